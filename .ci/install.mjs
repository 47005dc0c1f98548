// Brings pnpm and everything in the lock file, the pinned Node included, to a machine that has Node 20 and npm.
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';
import { root } from './root.mjs';
import { step } from './steps.mjs';

const { packageManager } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
const stamp = join(root, 'node_modules/.installed-lock-file');

/** How a person calls the package manager: `npx pnpm@<version>`. */
export const pnpm = `npx ${packageManager}`;

/**
 * Installs what the lock file says, unless that is there already, and gives the environment for all that follows: the
 * pinned Node and pnpm come first on its PATH.
 *
 * @returns {Promise<NodeJS.ProcessEnv>}
 */
export async function install() {
  const { FORCE_COLOR: _, ...own } = process.env;
  const quiet = { ...own, NO_UPDATE_NOTIFIER: '1', npm_config_update_notifier: 'false' };
  const found = await step(
    `${packageManager}`,
    'npx',
    ['-y', '--prefer-offline', '-p', packageManager, '-c', 'command -v pnpm'],
    {
      env: quiet,
      again: `npx -y ${packageManager} --version`,
      hint: offlineHint,
      minutes: 5,
    },
  );
  const places = [join(root, 'node_modules/.bin'), dirname(found.trim().split('\n').at(-1) ?? ''), process.env.PATH];
  // What `pnpm run` would verify before each script is what `install` verifies once.
  const env = { ...quiet, PATH: places.join(delimiter), NO_COLOR: '1', pnpm_config_verify_deps_before_run: 'false' };
  if (isInstalled()) return env;
  await step('install', 'pnpm', ['install', '--frozen-lockfile', '--prefer-offline', '--config.confirmModulesPurge=false'], {
    env,
    again: `${pnpm} install --frozen-lockfile`,
    hint: offlineHint,
  });
  writeFileSync(stamp, fingerprint());
  return env;
}

function isInstalled() {
  return existsSync(stamp) && readFileSync(stamp, 'utf8') === fingerprint() && existsSync(join(root, 'node_modules/.bin/node'));
}

/** Changes with the lock file, with any manifest and with the kind of machine. */
function fingerprint() {
  const hash = createHash('sha256').update(`${process.platform} ${process.arch}`);
  for (const file of ['pnpm-lock.yaml', 'pnpm-workspace.yaml', 'package.json', ...manifests()])
    hash.update(readFileSync(join(root, file)));
  return hash.digest('hex');
}

function manifests() {
  const folders = ['packages', 'apps'].flatMap((parent) => readdirSync(join(root, parent)).map((name) => join(parent, name)));
  return [...folders, 'e2e'].map((folder) => join(folder, 'package.json')).filter((file) => existsSync(join(root, file)));
}

function offlineHint(output) {
  if (!/ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ETIMEDOUT|ENETUNREACH|ERR_PNPM_META_FETCH_FAIL|403/.test(output)) return undefined;
  return 'The npm registry cannot be reached: the first run needs it, later ones do not.';
}

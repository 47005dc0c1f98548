import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { confirm, isCancel, log, text } from '@clack/prompts';
import { dryRun } from '../arguments/global-options.ts';
import { CannotRun } from '../load/cannot-run.ts';
import { findFiles } from '../load/find-files.ts';
import { fromHere } from '../load/from-here.ts';
import { openProject } from '../load/open-project.ts';
import { writeFiles } from '../write/write-files.ts';
import { defineCommand, type Invocation, type Outcome } from './command.ts';
import { lockContracts, parseOrMerge } from './snapshot.ts';

const configName = 'busbar.config.ts';

export const init = defineCommand({
  summary: 'Set up busbar in this folder: a configuration and the first lock file',
  details:
    'Looks for modules that define contracts. Asks before it writes where somebody is there to answer, else it does not ask.',
  args: {
    yes: { type: 'boolean', alias: 'y', description: 'Ask nothing' },
    'dry-run': dryRun,
  },
  examples: [
    ['busbar init', 'Asks which modules have the contracts, then writes both files.'],
    ['busbar init --yes', 'Takes what it finds, for scripts.'],
  ],
  async run(args, invocation) {
    const { cwd } = invocation;
    if (existsSync(join(cwd, configName))) throw new CannotRun(alreadyThere(cwd));
    const found = await findContractModules(cwd);
    const patterns = invocation.isInteractive && !args.yes ? await askForPatterns(found) : found;
    if (patterns.length === 0) throw new CannotRun(nothingFound(cwd));
    return args['dry-run'] ? wouldWrite(configFor(patterns, cwd), cwd) : setUp(patterns, invocation);
  },
});

/** The configuration is written last: what cannot be locked leaves nothing behind, and may be tried again. */
async function setUp(contracts: readonly string[], invocation: Invocation): Promise<Outcome> {
  const { cwd } = invocation;
  const project = await openProject(invocation, parseOrMerge, { config: { contracts }, folder: cwd });
  const first = await lockContracts(project, false, invocation);
  if (!first.ok) return first;
  const config = await writeFiles(cwd, [{ path: configName, text: configFor(contracts, cwd) }], false);
  const done = `${configName} is written.`;
  const next = 'Next: put `busbar check` into the pipeline. The README of @busbar/cli says how.';
  const body = [done, first.text, '', next].join('\n');
  return { ...first, summary: `${done} ${first.summary}`, text: body, written: [...config, ...(first.written ?? [])] };
}

function wouldWrite(config: string, cwd: string): Outcome {
  const summary = `${configName} and busbar.lock.json would be written.`;
  const written = [configName, 'busbar.lock.json'].map((name) => join(cwd, name));
  return { ok: true, summary, written, isDryRun: true, text: `${summary}\n\n${config}` };
}

/** Modules whose text calls `defineEvent` or `defineEvents`, from the folder. */
async function findContractModules(cwd: string): Promise<string[]> {
  const made = ['!**/*.{test,spec,test-d,stories}.*', '!**/*.d.ts', '!**/dist/**', '!**/*.config.*'];
  const files = await findFiles(['**/*.{ts,mts,js,mjs}', ...made], cwd);
  const texts = await Promise.all(files.map((file) => readFile(file, 'utf8')));
  return files.filter((_, index) => /\bdefineEvents?\s*\(/.test(texts[index]!)).map((file) => fromHere(file, cwd));
}

async function askForPatterns(found: readonly string[]): Promise<string[]> {
  if (found.length > 0) log.info(`These modules define contracts:\n${found.map((file) => `  ${file}`).join('\n')}`);
  const answer = await text({
    message: 'Which modules have the contracts? Paths and glob patterns, with commas between them.',
    initialValue: found.join(', '),
    validate: (value) => (value?.trim() ? undefined : 'Name at least one.'),
  });
  const isMeant = isCancel(answer) ? false : await confirm({ message: `Write ${configName} and busbar.lock.json?` });
  if (isMeant !== true) throw new CannotRun({ code: 'cancelled', message: 'Nothing was written.' });
  return String(answer)
    .split(',')
    .map((one) => one.trim())
    .filter(Boolean);
}

/** Types only where the package is not installed, as after `npx`: there is nothing to import then. */
function configFor(patterns: readonly string[], cwd: string): string {
  const contracts = patterns.map((pattern) => `'${pattern.replaceAll(/['\\]/g, '\\$&')}'`).join(', ');
  const isInstalled = canResolve(cwd);
  return [
    isInstalled ? "import { defineConfig } from '@busbar/cli';" : "import type { BusbarConfig } from '@busbar/cli';",
    '',
    `export default ${isInstalled ? 'defineConfig(' : ''}{`,
    `  contracts: [${contracts}],`,
    '  // Who emits and listens, so that findings name who would break:',
    "  // apps: { checkout: { sources: ['../checkout/src'], owner: 'team-checkout' } },",
    isInstalled ? '});' : '} satisfies BusbarConfig;',
    '',
  ].join('\n');
}

function canResolve(cwd: string): boolean {
  try {
    createRequire(join(cwd, configName)).resolve('@busbar/cli/package.json');
    return true;
  } catch (error) {
    return (error as { code?: string }).code === 'ERR_PACKAGE_PATH_NOT_EXPORTED';
  }
}

function alreadyThere(cwd: string) {
  const advice = 'To lock what has changed since: busbar snapshot. To begin anew, delete it first.';
  return { code: 'already-set-up', message: `${configName} is there already.`, advice, file: join(cwd, configName) };
}

function nothingFound(cwd: string) {
  return {
    code: 'no-contract',
    message: `No module in ${cwd} calls defineEvent or defineEvents.`,
    advice: 'Write a contract first; the README of @busbar/core begins with one. Then run busbar init again.',
  };
}

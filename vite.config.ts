/// <reference types="vitest/config" />
// The one place that says how packages and apps are built, served and tested. Every build runs in its own folder with this
// file; tests and `vite preview` run at the root.
import { rmSync } from 'node:fs';
import { basename, dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { defineConfig, type PluginOption, type UserConfig } from 'vite';
import { catalogueSite } from './.ci/vite/catalogue-site.ts';
import { dropAbsentIncludes } from './.ci/vite/drop-absent-includes.ts';
import { executableBin } from './.ci/vite/executable-bin.ts';
import { type Framework, pluginFor } from './.ci/vite/frameworks.ts';
import { linkStyles } from './.ci/vite/link-styles.ts';
import { entriesOf, readManifest, versionOf, withoutProse } from './.ci/vite/manifest.ts';
import { modulesWithRunes } from './.ci/vite/modules-with-runes.ts';
import { pageScripts } from './.ci/vite/page-scripts.ts';
import {
  moduleCopy,
  moduleCopyWithoutProse,
  olderCopy,
  scriptTag,
  scriptTagBuild,
  withoutProseCopy,
} from './.ci/vite/script-tag.ts';
import { serveMicroFrontends } from './.ci/vite/serve-micro-frontends.ts';
import { testProjects } from './.ci/vite/test-projects.ts';

const root = dirname(fileURLToPath(import.meta.url));
const core = join(root, 'packages/core');

/** The folder that is served as the shop. Tests set BUSBAR_SHOP_OUT to build an app of another version elsewhere. */
const shop = process.env['BUSBAR_SHOP_OUT'] ?? join(root, 'dist/shop');

/** The micro-frontends: what the page imports as /micro-frontends/<app>/<entry>.js, and the source of each. */
const microFrontends: Record<string, Record<string, string>> = {
  cart: { cart: 'src/main.tsx' },
  checkout: { checkout: 'src/main.ts', ledger: 'src/ledger.ts', 'order-saga': 'src/order-saga/main.ts' },
  profile: { profile: 'src/main.ts' },
  services: {
    stock: 'src/stock/main.ts',
    payment: 'src/payment/main.ts',
    orders: 'src/orders/main.ts',
    notifications: 'src/notifications/main.ts',
  },
};

/** What components are written in; the services have none. */
const frameworks: Record<string, Framework> = { cart: 'react', checkout: 'vue', profile: 'angular' };

export default defineConfig(async ({ command, mode, isPreview }) => {
  const folder = process.cwd();
  const [kind, name = ''] = relative(root, folder).split('/');
  if (kind === 'packages' && mode === 'script-tag') return scriptTagBuild(folder);
  if (kind === 'packages' && mode === 'script-tag-min') return scriptTagBuild(folder, withoutProseCopy);
  if (kind === 'packages' && mode === 'module') return scriptTagBuild(folder, moduleCopy);
  if (kind === 'packages' && mode === 'module-min') return scriptTagBuild(folder, moduleCopyWithoutProse);
  if (kind === 'packages') return packageBuild(folder, mode === 'development');
  if (kind === 'apps' && command === 'serve') return appServer(folder, name);
  if (kind === 'apps') return name in microFrontends ? microFrontendBuild(folder, name, mode) : shellBuild(folder);
  return isPreview ? { build: { outDir: shop } } : { test: { projects: await testProjects() } };
});

/** `<entry>.js` for production, or `development.js` and `<entry>.development.js`, which speak in sentences and check what people write. */
function packageBuild(folder: string, isDevelopment: boolean): UserConfig {
  const manifest = readManifest(folder);
  const external = Object.keys({ ...manifest.dependencies, ...manifest.peerDependencies });
  const entries = entriesOf(manifest).map((file) => {
    const name = basename(file).replace(/\.tsx?$/, '');
    const inDevelopment = name === 'index' ? 'development' : `${name}.development`;
    return [isDevelopment ? inDevelopment : name, join(folder, file)];
  });
  return {
    plugins: [executableBin(folder), catalogueSite(folder), pageScripts(folder)],
    define: { ...versionOf(folder), ...(!isDevelopment && withoutProse) },
    build: {
      lib: { entry: Object.fromEntries(entries), formats: ['es'] },
      emptyOutDir: !isDevelopment,
      sourcemap: true,
      minify: false,
      target: 'es2022',
      rolldownOptions: {
        output: modulesWithRunes,
        // What may import Node's own modules, the boundaries say.
        external: (id) =>
          id.startsWith('node:') || external.some((dependency) => id === dependency || id.startsWith(`${dependency}/`)),
        // An entry keeps its 'use client'; those of the modules inside it are for people who read the source.
        onLog: (level, log, print) => log.code !== 'MODULE_LEVEL_DIRECTIVE' && print(level, log),
      },
    },
  };
}

/** All entries of an app, which share what they have in common, or by `--mode <entry>` one with everything it needs inside. */
async function microFrontendBuild(folder: string, name: string, mode: string): Promise<UserConfig> {
  const { [mode]: one, ...others } = sourcesOf(folder, name);
  return {
    plugins: [await pluginOf(name), linkStyles(name)],
    define: { ...versionOf(core), 'process.env.NODE_ENV': '"production"' },
    build: {
      outDir: join(shop, 'micro-frontends', name),
      emptyOutDir: !one,
      sourcemap: true,
      target: 'es2022',
      lib: { entry: one ? { [mode]: one } : others, formats: ['es'], cssFileName: name },
      // Vite keeps the white space of ES libraries for the sake of bundlers; no bundler comes after this build.
      rolldownOptions: { output: { minify: true, chunkFileNames: `${name}-[hash].js` } },
    },
  };
}

function shellBuild(folder: string): UserConfig {
  return {
    root: folder,
    // What the contracts and the patterns need of the core they get from the script tag, as the shell does.
    resolve: { alias: [{ find: /^@busbar\/core$/, replacement: '@busbar/core/global' }] },
    plugins: [
      scriptTag(core),
      scriptTag(core, olderCopy),
      { name: 'busbar:remove-old-assets', buildStart: () => rmSync(join(shop, 'assets'), { recursive: true, force: true }) },
    ],
    define: versionOf(core),
    // The micro-frontends deployed beside the shell stay.
    build: { outDir: shop, emptyOutDir: false, sourcemap: true, target: 'es2022' },
  };
}

/** A micro-frontend alone on its own `index.html`; the shell with all of them, from source, hot. */
async function appServer(folder: string, name: string): Promise<UserConfig> {
  const names = name === 'shell' ? Object.keys(microFrontends) : [name];
  const sources = names.flatMap((app) => Object.values(sourcesOf(join(root, 'apps', app), app)));
  return {
    root: folder,
    plugins: [
      scriptTag(core),
      scriptTag(core, olderCopy),
      serveMicroFrontends(join(root, 'apps'), microFrontends),
      await Promise.all(names.map(pluginOf)),
      dropAbsentIncludes(folder),
    ],
    define: versionOf(core),
    // Found by now, dependencies need no reload of the page when a micro-frontend arrives.
    optimizeDeps: { entries: ['index.html', ...sources] },
    oxc: {},
  };
}

async function pluginOf(name: string): Promise<PluginOption> {
  const framework = frameworks[name];
  return framework && pluginFor(framework);
}

function sourcesOf(folder: string, name: string): Record<string, string> {
  return Object.fromEntries(Object.entries(microFrontends[name] ?? {}).map(([entry, file]) => [entry, join(folder, file)]));
}

// `pnpm check:sizes`: what a consumer's bundle grows by, measured on the built packages, held to the limits below and to
// the table in README.md. `--write` writes the table there.
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import { build, type Rolldown } from 'vite';
import { root } from './root.mjs';
import { pluginFor } from './vite/frameworks.ts';
import { readManifest } from './vite/manifest.ts';

interface Measured {
  /** What is bundled, in the words of the table. */
  readonly what: string;
  readonly code: string;
  /** The most bytes it may have after gzip. */
  readonly limit?: number;
}

interface Size {
  readonly what: string;
  readonly gzip: number;
  readonly brotli: number;
  readonly limit?: number;
}

/** What was reached, in hundreds. The aim was 5,000: apps/docs/decisions/014-size-of-the-core.md says why it is not. */
const busLimit = 14_300;
const coreLimit = 16_200;
const adapterLimits = {
  react: 1_500,
  vue: 1_000,
  angular: 1_500,
  svelte: 1_000,
  solid: 1_000,
  lit: 1_000,
  'lit/provider': 600,
  'lit/panel': 1_000,
  'lit/element': 600,
  'single-spa': 1_000,
  'single-spa/routing': 1_000,
};
const resilienceLimit = 1_600;
/** What a bundle takes of the patterns when it uses one of them. */
const patterns = {
  'request and reply': 'defineRequest, request, reply',
  projections: 'defineProjection, project',
  collections: 'collection',
  sagas: 'defineSaga, runSaga',
  everything: '*',
};
/** The stores that can be left. */
const stores = ['redux', 'zustand', 'pinia', 'ngrx'];

const { values } = parseArgs({ options: { write: { type: 'boolean', default: false } } });
const sizes = (await measureAll()).map(sizeOf);
const table = tableOf(sizes);
console.log(table);
const complaints = [...tooLarge(sizes), ...untrueReadme(table, values.write)];
for (const complaint of complaints) console.error(complaint);
process.exitCode = complaints.length > 0 ? 1 : 0;

async function measureAll(): Promise<Measured[]> {
  const core = entryOf('core');
  return [
    {
      what: '`@busbar/core`, `createBus` and `defineEvent`',
      code: await bundle(`export { createBus, defineEvent } from '${core}'`, ['rxjs']),
      limit: busLimit,
    },
    { what: '`@busbar/core`, everything', code: await bundle(`export * from '${core}'`, ['rxjs']), limit: coreLimit },
    { what: '`@busbar/core`, everything, and what it uses of RxJS', code: await bundle(`export * from '${core}'`, []) },
    { what: '`busbar.min.js`, for a script tag in production', code: builtScript('busbar.min.js') },
    { what: '`busbar.js`, for a script tag, with sentences', code: builtScript('busbar.js') },
    ...(await Promise.all(Object.entries(adapterLimits).map(adapter))),
    ...(await resilience()),
    ...(await Promise.all(Object.entries(patterns).map(pattern))),
    ...(await Promise.all(stores.map(strangler))),
  ];
}

async function adapter([name, limit]: [string, number]): Promise<Measured> {
  const [folder = '', entry] = name.split('/');
  const peers = Object.keys(readManifest(join(root, 'packages', folder)).peerDependencies ?? {});
  return {
    what: `\`@busbar/${name}\``,
    code: await bundle(`export * from '${entryOf(folder, entry)}'`, [...peers, 'rxjs']),
    limit,
  };
}

async function resilience(): Promise<Measured[]> {
  const source = `export * from '${entryOf('resilience')}'`;
  return [
    {
      what: '`@busbar/resilience`, without cockatiel',
      code: await bundle(source, ['@busbar/core', 'cockatiel']),
      limit: resilienceLimit,
    },
    { what: '`@busbar/resilience`, and what it uses of cockatiel', code: await bundle(source, ['@busbar/core']) },
  ];
}

async function pattern([what, names]: [string, string]): Promise<Measured> {
  const taken = names === '*' ? names : `{ ${names} }`;
  return {
    what: `\`@busbar/patterns\`, ${what}`,
    code: await bundle(`export ${taken} from '${entryOf('patterns')}'`, ['@busbar/core', 'rxjs']),
  };
}

async function strangler(store: string): Promise<Measured> {
  const source = `export * from '${entryOf('strangler')}'; export * from '${entryOf('strangler', store)}'`;
  return {
    what: `\`@busbar/strangler\` and its \`/${store}\``,
    code: await bundle(source, ['@busbar/core', 'rxjs', 'redux', 'zustand', 'pinia', '@ngrx/store', '@angular/core']),
  };
}

function builtScript(file: string): string {
  return readFileSync(join(root, 'packages/core/dist', file), 'utf8');
}

function entryOf(name: string, entry = 'index'): string {
  const file = join(root, 'packages', name, `dist/${entry}.js`);
  if (!existsSync(file)) throw new Error(`${file} is not there. Build first: pnpm build`);
  return file;
}

/** Bundles a module as an application does for production, without the libraries that the application has anyway. */
async function bundle(source: string, external: string[]): Promise<string> {
  const entry = 'virtual:measured';
  const built = await build({
    configFile: false,
    root,
    logLevel: 'error',
    define: { 'process.env.NODE_ENV': '"production"' },
    plugins: [
      { name: 'busbar:measured', resolveId: (id) => (id === entry ? id : null), load: (id) => (id === entry ? source : null) },
      // Svelte's applications compile what has runes.
      await pluginFor('svelte'),
    ],
    build: {
      write: false,
      target: 'es2022',
      modulePreload: { polyfill: false },
      rolldownOptions: {
        input: entry,
        preserveEntrySignatures: 'strict',
        external: (id) => external.some((name) => id === name || id.startsWith(`${name}/`)),
        output: { minify: true },
      },
    },
  });
  const { output } = (Array.isArray(built) ? built[0] : built) as Rolldown.RolldownOutput;
  return output.map((file) => (file.type === 'chunk' ? file.code : '')).join('');
}

function sizeOf({ what, code, limit }: Measured): Size {
  const brotli = brotliCompressSync(code, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } }).length;
  return { what, gzip: gzipSync(code, { level: 9 }).length, brotli, ...(limit && { limit }) };
}

function tableOf(rows: Size[]): string {
  const number = (bytes: number | undefined) => (bytes === undefined ? '' : bytes.toLocaleString('en'));
  const lines = rows.map(
    ({ what, gzip, brotli, limit }) => `| ${what} | ${number(gzip)} | ${number(brotli)} | ${number(limit)} |`,
  );
  return ['| minified, in bytes | gzip | brotli | gzip at most |', '| --- | ---: | ---: | ---: |', ...lines].join('\n');
}

function tooLarge(rows: Size[]): string[] {
  return rows
    .filter(({ gzip, limit = Number.POSITIVE_INFINITY }) => gzip > limit)
    .map(({ what, gzip, limit }) => `Too large: ${what} has ${gzip} bytes after gzip and may have ${limit}.`);
}

function untrueReadme(text: string, write: boolean): string[] {
  const file = join(root, 'README.md');
  const marked = /(<!-- sizes -->\n)[\s\S]*?(\n<!-- \/sizes -->)/;
  const readme = existsSync(file) ? readFileSync(file, 'utf8') : '';
  if (!marked.test(readme))
    return ['README.md has no place for the sizes: put <!-- sizes --> and <!-- /sizes --> on lines of their own.'];
  const updated = readme.replace(marked, (_all, before: string, after: string) => before + text + after);
  if (updated === readme) return [];
  if (!write) return ['README.md shows other sizes than these. Write these: pnpm check:sizes --write'];
  writeFileSync(file, updated);
  return [];
}

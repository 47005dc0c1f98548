import { mkdir } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';
import { versionOf, withoutProse } from '../../.ci/vite/manifest.ts';

const folder = dirname(fileURLToPath(import.meta.url));
const core = join(folder, '../../packages/core');
const outDir = join(folder, '../dist/soak');

/** How many copies of Busbar are on the page. */
const copies = 4;

/** Builds the scripts of the soak's page for production, each with a copy of Busbar of its own, and tells their files in the order in which they start. */
export async function buildSoak(): Promise<string[]> {
  await mkdir(outDir, { recursive: true });
  const names = Array.from({ length: copies }, (_, index) => `copy-${index}`);
  for (const name of names) await bundle(name, 'copy.ts');
  await bundle('world', 'world.ts');
  return [...names, 'world'].map((name) => join(outDir, `${name}.js`));
}

async function bundle(name: string, entry: string): Promise<void> {
  await build({
    configFile: false,
    logLevel: 'warn',
    define: { ...versionOf(core), ...withoutProse },
    build: {
      lib: { entry: join(folder, entry), formats: ['iife'], name: name.replace('-', '_'), fileName: () => `${name}.js` },
      outDir,
      emptyOutDir: false,
      target: 'es2022',
    },
  });
}

// Builds the probe: one page, and several bundles of the same micro-frontend that share nothing but the page.
import { copyFileSync, mkdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';
import { versionOf } from '../../.ci/vite/manifest.ts';

const folder = dirname(fileURLToPath(import.meta.url));
const core = join(folder, '../../packages/core');
const outDir = join(folder, '../dist/probe');
const current = versionOf(core);
const older = { __BUSBAR_VERSION__: JSON.stringify('0.0.9') };

mkdirSync(outDir, { recursive: true });
copyFileSync(join(folder, 'index.html'), join(outDir, 'index.html'));
await bundle('a', 'copy.ts', { ...current, __COPY__: '"a"' });
await bundle('b', 'copy.ts', { ...current, __COPY__: '"b"' });
await bundle('production', 'copy.ts', { ...current, __BUSBAR_PRODUCTION__: 'true', __COPY__: '"production"' });
await bundle('older', 'copy.ts', { ...older, __COPY__: '"older"' });
await bundle('every-way', 'every-way.ts', {});
await bundle('page-gauge', 'page-gauge.ts', {});
await bundle('stage', '../stage/stage.ts', current);
await bundle('kept-letters', 'kept-letters.ts', current);
await bundle('sender', '../real-payloads/sender.ts', current);
await bundle('receiver', '../real-payloads/receiver.ts', current);

async function bundle(name: string, entry: string, define: Record<string, string>): Promise<void> {
  await build({
    configFile: false,
    logLevel: 'warn',
    define,
    build: {
      lib: {
        entry: join(folder, entry),
        formats: ['iife'],
        name: `probe_${name.replace('-', '_')}`,
        fileName: () => `${name}.js`,
      },
      outDir,
      emptyOutDir: false,
      minify: false,
      target: 'es2022',
    },
  });
}

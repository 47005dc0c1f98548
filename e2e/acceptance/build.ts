// Builds the page of the acceptance rows: two builds of the core for production, as for a script tag, and the rows.
import { copyFileSync, mkdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';
import { versionOf, withoutProse } from '../../.ci/vite/manifest.ts';
import { scriptTagBuild } from '../../.ci/vite/script-tag.ts';
import { pageFolder } from './page-folder.ts';

const folder = dirname(fileURLToPath(import.meta.url));
const core = join(folder, '../../packages/core');

mkdirSync(pageFolder, { recursive: true });
copyFileSync(join(folder, 'index.html'), join(pageFolder, 'index.html'));
for (const [file, name] of [
  ['one.js', 'AcceptanceOne'],
  ['two.js', 'AcceptanceTwo'],
] as const) {
  const { build: options, ...config } = scriptTagBuild(core, { file, name, define: withoutProse });
  await build({ ...config, root: core, configFile: false, logLevel: 'warn', build: { ...options, outDir: pageFolder } });
}
await build({
  configFile: false,
  logLevel: 'warn',
  define: { ...versionOf(core), ...withoutProse },
  build: {
    lib: { entry: join(folder, 'page.ts'), formats: ['es'], fileName: () => 'page.js' },
    outDir: pageFolder,
    emptyOutDir: false,
    minify: false,
    target: 'es2022',
    rolldownOptions: { output: { chunkFileNames: '[name].js' } },
  },
});

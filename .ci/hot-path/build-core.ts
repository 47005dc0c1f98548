import { join } from 'node:path';
import { build } from 'vite';
import { root } from '../root.mjs';
import { versionOf, withoutProse } from '../vite/manifest.ts';

const core = join(root, 'packages/core');

/** Builds the core for production, with RxJS and with the names of its functions, and answers the file. */
export async function buildCore(folder: string): Promise<string> {
  await build({
    configFile: false,
    root: core,
    logLevel: 'warn',
    define: { ...versionOf(core), ...withoutProse },
    build: {
      outDir: folder,
      emptyOutDir: false,
      minify: false,
      sourcemap: true,
      target: 'es2022',
      lib: { entry: join(core, 'src/index.ts'), formats: ['es'], fileName: () => 'core.mjs' },
    },
  });
  return join(folder, 'core.mjs');
}

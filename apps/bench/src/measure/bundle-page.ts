import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { build } from 'vite';
import { versionOf, withoutProse } from '../../../../.ci/vite/manifest.ts';

/** The folder of the bench, and where its pages are built to. */
export const benchFolder: string = fileURLToPath(new URL('../..', import.meta.url));
export const builtPages: string = join(benchFolder, '../../dist/bench');

/** A script to be built for a page. */
interface PageScript {
  /** The source, seen from `src`. */
  readonly entry: string;
  /** What it is called when built. */
  readonly name: string;
  /** The folder that it is built to. Default: `builtPages`. */
  readonly folder?: string;
}

/**
 * Builds a script as an application is built for production, with all that it imports in one minified module.
 *
 * @returns its size in bytes after gzip
 */
export async function bundlePage({ entry, name, folder = builtPages }: PageScript): Promise<number> {
  const file = join(folder, `${name}.js`);
  await build({
    configFile: false,
    root: benchFolder,
    logLevel: 'warn',
    define: { ...versionOf(join(benchFolder, '../../packages/core')), ...withoutProse, 'process.env.NODE_ENV': '"production"' },
    build: {
      outDir: dirname(file),
      emptyOutDir: false,
      target: 'es2022',
      lib: { entry: join(benchFolder, 'src', entry), formats: ['es'], fileName: () => `${name}.js` },
      rolldownOptions: {
        output: { minify: true },
        // Says what is of interest to servers only.
        onLog: (level, log, print) => log.code !== 'MODULE_LEVEL_DIRECTIVE' && print(level, log),
      },
    },
  });
  return gzipSync(readFileSync(file), { level: 9 }).length;
}

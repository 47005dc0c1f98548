import { basename, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Alias, build, type InlineConfig } from 'vite';
import { versionOf } from '../../.ci/vite/manifest.ts';

/** Where the recipes are, and where they are built to. */
export const recipes: string = dirname(fileURLToPath(import.meta.url));
export const built: string = join(recipes, '../../dist/recipes');

interface Bundle {
  /** The source, seen from the folder of the recipes. */
  readonly entry: string;
  /** The file that it becomes, seen from the folder of what was built. */
  readonly file: string;
  /** The name of the global that the bundle defines; left out, it is a module. */
  readonly global?: string;
  /** What is taken in place of what is imported. */
  readonly alias?: Alias[];
  /** `false` keeps the names of functions, for people who read stacks. */
  readonly minify?: false;
}

/** Bundles one micro-frontend or host with all that it imports: its own copy of Busbar, too, unless an alias leads elsewhere. */
export async function bundle({ entry, file, global, alias, minify }: Bundle): Promise<void> {
  const config = bundleConfig();
  await build({
    ...config,
    resolve: { alias },
    build: {
      ...config.build,
      outDir: join(built, dirname(file)),
      minify,
      lib: { entry, fileName: () => basename(file), ...(global ? { formats: ['umd'], name: global } : { formats: ['es'] }) },
    },
  });
}

/** What all builds of the recipes have in common. */
export function bundleConfig(): InlineConfig {
  return {
    configFile: false,
    root: recipes,
    logLevel: 'warn',
    define: { ...versionOf(join(recipes, '../../packages/core')), 'process.env.NODE_ENV': '"production"' },
    build: {
      emptyOutDir: false,
      target: 'es2022',
      // A page renders nothing on a server: 'use client' has nobody to speak to.
      rolldownOptions: { onLog: (level, log, print) => log.code !== 'MODULE_LEVEL_DIRECTIVE' && print(level, log) },
    },
  };
}

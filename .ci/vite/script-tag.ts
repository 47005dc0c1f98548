import { join } from 'node:path';
import { build, type Plugin, type Rolldown, type UserConfig } from 'vite';
import { versionOf, withoutProse } from './manifest.ts';

/** A copy of the core in one file, RxJS inside. */
interface Copy {
  readonly file: string;
  /** The property of `window` that it defines; left out, it is a module. */
  readonly name?: string;
  /** What it says its version is; left out, that of the package. */
  readonly version?: string;
  readonly define?: Record<string, string>;
}

const current: Copy = { file: 'busbar.js', name: 'Busbar' };

/** The same for production, with codes for error messages. */
export const withoutProseCopy: Copy = { file: 'busbar.min.js', name: 'Busbar', define: withoutProse };

/** For import maps on pages without a bundler. */
export const moduleCopy: Copy = { file: 'busbar.module.js' };
export const moduleCopyWithoutProse: Copy = { file: 'busbar.module.min.js', define: withoutProse };

/** What a page has that loads an old script beside the current one. */
export const olderCopy: Copy = { file: 'older-busbar.js', name: 'OlderBusbar', version: '0.0.9' };

/** The build of the core as one file: minified, RxJS inside; `busbar.js`, which defines `window.Busbar`, unless told another. */
export function scriptTagBuild(core: string, { file, name, version, define }: Copy = current): UserConfig {
  return {
    define: { ...(version ? { __BUSBAR_VERSION__: JSON.stringify(version) } : versionOf(core)), ...define },
    build: {
      lib: name
        ? { entry: join(core, 'src/script-tag.ts'), formats: ['iife'], name, fileName: () => file }
        : { entry: join(core, 'src/index.ts'), formats: ['es'], fileName: () => file },
      emptyOutDir: false,
      sourcemap: true,
      minify: true,
      target: 'es2022',
      // Vite keeps the white space of ES libraries for the sake of bundlers; no bundler comes after this build.
      rolldownOptions: { output: { minify: true } },
    },
  };
}

/** Puts a script-tag build of the core beside a page, `/busbar.js` unless told another: into its build, and fresh from source on its dev server. */
export function scriptTag(core: string, copy: Copy = current): Plugin {
  return {
    name: `busbar:script-tag:${copy.file}`,
    async generateBundle() {
      for (const { fileName, content } of await filesOf(core, copy)) this.emitFile({ type: 'asset', fileName, source: content });
    },
    configureServer(server) {
      server.middlewares.use(`/${copy.file}`, (_request, response, next) => {
        filesOf(core, copy)
          .then(([script]) => response.setHeader('Content-Type', 'text/javascript').end(script?.content))
          .catch(next);
      });
    },
  };
}

async function filesOf(core: string, copy: Copy): Promise<{ fileName: string; content: string | Uint8Array }[]> {
  const { build: options, ...config } = scriptTagBuild(core, copy);
  const built = await build({
    ...config,
    root: core,
    configFile: false,
    logLevel: 'warn',
    build: { ...options, write: false },
  });
  const { output } = (Array.isArray(built) ? built[0] : built) as Rolldown.RolldownOutput;
  return output.map((file) => ({ fileName: file.fileName, content: file.type === 'chunk' ? file.code : file.source }));
}

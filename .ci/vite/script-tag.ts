import { join } from 'node:path';
import { build, type Plugin, type Rolldown, type UserConfig } from 'vite';
import { versionOf } from './manifest.ts';

/** The build of the core for a script tag: `busbar.js`, minified, RxJS inside, defines `window.Busbar`. */
export function scriptTagBuild(core: string): UserConfig {
  return {
    define: versionOf(core),
    build: {
      lib: { entry: join(core, 'src/index.ts'), formats: ['iife'], name: 'Busbar', fileName: () => 'busbar.js' },
      emptyOutDir: false,
      sourcemap: true,
      minify: true,
      target: 'es2022',
    },
  };
}

/** Puts the script-tag build of the core beside a page as `/busbar.js`: into its build, and fresh from source on its dev server. */
export function scriptTag(core: string): Plugin {
  return {
    name: 'busbar:script-tag',
    async generateBundle() {
      for (const { fileName, content } of await filesOf(core)) this.emitFile({ type: 'asset', fileName, source: content });
    },
    configureServer(server) {
      server.middlewares.use('/busbar.js', (_request, response, next) => {
        filesOf(core)
          .then(([script]) => response.setHeader('Content-Type', 'text/javascript').end(script?.content))
          .catch(next);
      });
    },
  };
}

async function filesOf(core: string): Promise<{ fileName: string; content: string | Uint8Array }[]> {
  const { build: options, ...config } = scriptTagBuild(core);
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

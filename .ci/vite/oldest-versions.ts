import { createRequire } from 'node:module';
import { join } from 'node:path';
import { type Plugin, transformWithOxc, type UserConfig } from 'vite';
import { root } from '../root.mjs';
import { readManifest } from './manifest.ts';

const ranges = join(root, '.ci/ranges');
/** Stands in the folder where the oldest versions are installed. */
const importer = join(ranges, 'package.json');
const frameworks = Object.entries(readManifest(ranges).devDependencies ?? {})
  .filter(([, version]) => version === 'catalog:oldest')
  .map(([name]) => name);

/** Gives every module the frameworks of `.ci/ranges`, the oldest that the packages support, whoever imports them. */
export function oldestVersions(): Plugin[] {
  return [resolveThere(), compileSvelte()];
}

function resolveThere(): Plugin {
  return {
    name: 'busbar:oldest-versions',
    enforce: 'pre',
    config: { order: 'post', handler: () => prepared },
    configResolved({ environments, resolve }) {
      const { optimizeDeps } = environments['client'] ?? {};
      // Vite would take these from the root, where the newest versions are.
      if (optimizeDeps?.include) optimizeDeps.include = optimizeDeps.include.filter((name) => !isFramework(name));
      for (const { dedupe } of [resolve, ...Object.values(environments).map((one) => one.resolve)]) dedupe.splice(0);
    },
    resolveId(id, from, options) {
      return isFramework(id) && from !== importer ? this.resolve(id, importer, { ...options, skipSelf: true }) : undefined;
    },
  };
}

const prepared: UserConfig = {
  optimizeDeps: {
    // Modules that are left as they are say in a stack which folder they come from.
    exclude: ['svelte', 'solid-js', 'lit', 'lit-html', 'lit-element', '@lit/reactive-element'],
    // The compiler of Solid hides what the compiler of React imports.
    rolldownOptions: { transform: { jsx: { runtime: 'automatic', development: true } } },
  },
  // What the compiler of Vue defines.
  define: { __VUE_OPTIONS_API__: 'true', __VUE_PROD_DEVTOOLS__: 'false', __VUE_PROD_HYDRATION_MISMATCH_DETAILS__: 'false' },
};

function isFramework(id: string): boolean {
  return frameworks.some((name) => id === name || id.startsWith(`${name}/`));
}

/** The compiler's output fits the runtime of its own version alone. */
function compileSvelte(): Plugin {
  return {
    name: 'busbar:oldest-svelte',
    async transform(code, id) {
      const [filename = ''] = id.split('?');
      if (!/\.svelte(\.ts)?$/.test(filename)) return;
      const { compile, compileModule } = createRequire(importer)('svelte/compiler');
      const { js } = filename.endsWith('.svelte')
        ? compile(code, { filename, dev: true, css: 'injected' })
        : compileModule((await transformWithOxc(code, filename)).code, { filename, dev: true });
      return { code: js.code, map: js.map };
    },
  };
}

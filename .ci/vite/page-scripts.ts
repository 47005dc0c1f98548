import { join } from 'node:path';
import type { Plugin } from 'vite';

const names = ['recorder', 'emitter'] as const;

/** Puts the scripts that the testing kit brings into pages, bundled, in the place of the module that bundles them. */
export function pageScripts(folder: string): Plugin {
  const module = join(folder, 'src/playwright/page-script.ts');
  return {
    name: 'busbar:page-scripts',
    async load(id) {
      if (id !== module) return;
      const { pageScript } = await import('../../packages/testing/src/playwright/page-script.ts');
      const scripts = await Promise.all(names.map(async (name) => [name, await pageScript(name)]));
      return `const scripts = ${JSON.stringify(Object.fromEntries(scripts))};
export const pageScript = async (name) => scripts[name];`;
    },
  };
}

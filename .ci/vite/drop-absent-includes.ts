import { createRequire } from 'node:module';
import { join } from 'node:path';
import type { Plugin } from 'vite';

/**
 * Framework plugins ask Vite to prepare their libraries, which the apps and packages of this repository have and its root
 * and the shell have not. Vite finds them anyway when it reads the sources; this spares the warnings about the others.
 */
export function dropAbsentIncludes(root: string): Plugin {
  const require = createRequire(join(root, 'package.json'));
  return {
    name: 'busbar:drop-absent-includes',
    configResolved({ environments }) {
      const { optimizeDeps } = environments['client'] ?? {};
      if (optimizeDeps?.include) optimizeDeps.include = optimizeDeps.include.filter((name) => resolves(require, name));
    },
  };
}

function resolves(require: NodeJS.Require, name: string): boolean {
  try {
    require.resolve(name);
    return true;
  } catch {
    return false;
  }
}

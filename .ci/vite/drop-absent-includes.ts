import { findPackageJSON } from 'node:module';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Plugin } from 'vite';

/**
 * Framework plugins ask Vite to prepare their libraries, which the apps and packages of this repository have and its root
 * and the shell have not. Vite finds them anyway when it reads the sources; this spares the warnings about the others.
 */
export function dropAbsentIncludes(root: string): Plugin {
  const importer = pathToFileURL(join(root, 'package.json'));
  return {
    name: 'busbar:drop-absent-includes',
    configResolved({ environments }) {
      const { optimizeDeps } = environments['client'] ?? {};
      if (optimizeDeps?.include) optimizeDeps.include = optimizeDeps.include.filter((name) => isInstalled(name, importer));
    },
  };
}

function isInstalled(name: string, importer: URL): boolean {
  try {
    return findPackageJSON(name, importer) !== undefined;
  } catch {
    return false;
  }
}

import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Plugin } from 'vite';
import { root } from '../root.mjs';

/** A file that the build of a package leaves. */
export function builtFile(name: string, file: string): string {
  const path = join(root, 'packages', name, 'dist', file);
  if (!existsSync(path)) throw new Error(`packages/${name}/dist/${file} is not there. Build first: pnpm build`);
  return path;
}

/** Gives every module the packages of this repository as they are published for production, in place of their sources. */
export function builtPackages(entryOfCore: 'index' | 'global' = 'index'): Plugin {
  return {
    name: 'busbar:built-packages',
    enforce: 'pre',
    resolveId(id) {
      if (id === '@busbar/core') return builtFile('core', `${entryOfCore}.js`);
      const [, name, entry = 'index'] = /^@busbar\/([\w-]+)(?:\/([\w-]+))?$/.exec(id) ?? [];
      return name ? builtFile(name, `${entry}.js`) : null;
    },
  };
}

import { build, type Plugin, type Rolldown } from 'vite';
import { root } from '../root.mjs';
import { pluginFor } from '../vite/frameworks.ts';
import { builtPackages } from './built-packages.ts';

/** What an application takes of packages. */
export interface Taken {
  /** The text of a module that imports it and exports it again, so that nothing of it is left out. */
  readonly source: string;
  /** Libraries that are left out, because the application has them anyway. */
  readonly without?: readonly string[];
  /** Whether the core is that of the page, by `@busbar/core/global`. */
  readonly coreOfPage?: boolean;
  /** The folder from which libraries are found. Default: that of the repository. */
  readonly folder?: string;
}

/** What is changed on the way, where sources are bundled in place of what is published. */
export interface Changes {
  readonly define?: Readonly<Record<string, string>>;
  readonly plugins?: readonly Plugin[];
}

/** Bundles and minifies a module as an application does for production. Packages of this repository have to be built. */
export async function bundle({ source, without = [], coreOfPage, folder = root }: Taken, changes: Changes = {}): Promise<string> {
  const entry = 'virtual:taken';
  const built = await build({
    configFile: false,
    root: folder,
    logLevel: 'error',
    define: { 'process.env.NODE_ENV': '"production"', ...changes.define },
    plugins: [
      { name: 'busbar:taken', resolveId: (id) => (id === entry ? id : null), load: (id) => (id === entry ? source : null) },
      builtPackages(coreOfPage ? 'global' : 'index'),
      ...(changes.plugins ?? []),
      // Svelte's applications compile what has runes.
      await pluginFor('svelte'),
    ],
    build: {
      write: false,
      target: 'es2022',
      modulePreload: { polyfill: false },
      rolldownOptions: {
        input: entry,
        preserveEntrySignatures: 'strict',
        external: (id) => without.some((name) => id === name || id.startsWith(`${name}/`)),
        output: { minify: true },
      },
    },
  });
  const { output } = (Array.isArray(built) ? built[0] : built) as Rolldown.RolldownOutput;
  return output.map((file) => (file.type === 'chunk' ? file.code : '')).join('');
}

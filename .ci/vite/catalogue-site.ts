import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Plugin } from 'vite';

/** Puts the script and the styles of the catalogue's pages beside the build of the package that makes the catalogue. */
export function catalogueSite(folder: string): Plugin {
  return {
    name: 'busbar:catalogue-site',
    async generateBundle() {
      if (!existsSync(join(folder, 'src/catalogue/site'))) return;
      const { siteFiles } = await import('../../packages/cli/src/catalogue/site-files.ts');
      for (const { path, text } of siteFiles()) this.emitFile({ type: 'asset', fileName: `site/${path}`, source: text });
    },
  };
}

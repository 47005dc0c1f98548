import { copyFileSync } from 'node:fs';
import { join } from 'node:path';
import { bundlePage } from './bundle-page.ts';

/**
 * Builds copies of Busbar, each a module of its own with its own core, Zod and contracts, as the bundles of different
 * teams are: `copy-1.js` and so on, with what `contestants/busbar.ts` exports. Building each anew would make the same bytes.
 */
export async function buildCopies(folder: string, count: number): Promise<void> {
  await bundlePage({ entry: 'contestants/busbar.ts', name: 'copy-1', folder });
  for (let copy = 2; copy <= count; copy++) copyFileSync(join(folder, 'copy-1.js'), join(folder, `copy-${copy}.js`));
}

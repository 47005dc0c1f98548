import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { bundle } from '../../../../.ci/sizes/bundle.ts';
import { benchFolder } from '../measure/bundle-page.ts';
import { firstEventPageNames } from './first-event-pages.ts';

/** Beside the pages one whose module is empty. */
export const blankPage = 'blank';

/** Bundles all of them as they are weighed: of what is published of the packages, for production. */
export async function buildFirstEventPages(folder: string): Promise<void> {
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, `${blankPage}.js`), '');
  await Promise.all(
    firstEventPageNames.map(async (name) => {
      const code = await bundle({ source: `import './src/weight/page/${name}.ts'`, folder: benchFolder });
      writeFileSync(join(folder, `${name}.js`), code);
    }),
  );
}

import { join } from 'node:path';
import { type Alias, build } from 'vite';
import { scriptTagBuild } from '../../../.ci/vite/script-tag.ts';
import { built, bundle, recipes } from '../bundle.ts';

/** Leads what a bundle imports of the core to the copy of the page, and nothing else: `@busbar/core/global` stays what it is. */
const alias: Alias[] = [{ find: /^@busbar\/core$/, replacement: '@busbar/core/global' }];

/** Builds two micro-frontends and the page without a copy of the core, and beside them a script that is too old for them. */
export async function buildOneCopy(): Promise<void> {
  await bundle({ entry: 'one-copy/cart.tsx', file: 'one-copy/cart.js', alias });
  await bundle({ entry: 'micro-frontends/products.ts', file: 'one-copy/products.js', alias });
  await bundle({ entry: 'page/run-recipe.ts', file: 'one-copy/run-recipe.js', alias });
  await buildOlderScript();
}

/** What a shell has that was left behind. Nothing on the page leads to it; the end-to-end tests put it in the place of the script. */
async function buildOlderScript(): Promise<void> {
  const core = join(recipes, '../../packages/core');
  const { build: options, ...config } = scriptTagBuild(core, { file: 'older-busbar.js', name: 'Busbar', version: '0.0.9' });
  const outDir = join(built, 'one-copy');
  await build({ ...config, configFile: false, root: core, logLevel: 'warn', build: { ...options, outDir } });
}

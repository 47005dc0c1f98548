// `pnpm --filter recipes build`: every recipe to dist/recipes/<host>, as a folder that any web server serves.
import { cpSync, globSync, mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'vite';
import { moduleCopy, scriptTagBuild } from '../../.ci/vite/script-tag.ts';
import { built, bundle, recipes } from './bundle.ts';
import { buildImportMap } from './import-map/build.ts';
import { buildLeavingRedux } from './leaving-redux/build.ts';
import { buildModuleFederation } from './module-federation/build.ts';
import { buildNativeFederation } from './native-federation/build.ts';
import { buildOneCopy } from './one-copy/build.ts';
import { buildXState } from './xstate/build.ts';

const core = join(recipes, '../../packages/core');

rmSync(built, { recursive: true, force: true });
mkdirSync(built, { recursive: true });
for (const file of globSync(['**/*.html', 'script-tag/*.js'], {
  cwd: recipes,
  exclude: ['node_modules/**'],
})) {
  cpSync(join(recipes, file), join(built, file));
}
cpSync(join(recipes, 'page/recipe.css'), join(built, 'recipe.css'));
await buildCore();
await bundle({ entry: 'page/run-recipe.ts', file: 'run-recipe.js' });

await buildImportMap();
await buildLeavingRedux();
await buildModuleFederation();
await buildNativeFederation();
await buildOneCopy();
await buildXState();
for (const name of ['products', 'cart']) {
  await bundle({ entry: `qiankun/${name}.ts`, file: `qiankun/${name}.js`, global: name });
  await bundle({ entry: `web-components/${name}-element.ts`, file: `web-components/${name}-element.js` });
}
await bundle({ entry: 'iframe/frame.ts', file: 'iframe/frame.js' });
for (const host of ['qiankun', 'web-components', 'iframe']) {
  await bundle({ entry: `${host}/host.ts`, file: `${host}/host.js` });
}

/** `busbar.js` and `busbar.module.js`, as they come with the package. */
async function buildCore(): Promise<void> {
  for (const { build: options, ...config } of [scriptTagBuild(core), scriptTagBuild(core, moduleCopy)]) {
    await build({ ...config, configFile: false, root: core, logLevel: 'warn', build: { ...options, outDir: built } });
  }
}

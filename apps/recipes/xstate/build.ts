import { cpSync } from 'node:fs';
import { join } from 'node:path';
import { built, bundle, recipes } from '../bundle.ts';

/** Builds the page, the order process and the services, each with its own copy of Busbar. */
export async function buildXState(): Promise<void> {
  cpSync(join(recipes, 'xstate/xstate.css'), join(built, 'xstate/xstate.css'));
  for (const part of ['services', 'order-process', 'host']) {
    await bundle({ entry: `xstate/${part}.ts`, file: `xstate/${part}.js` });
  }
}

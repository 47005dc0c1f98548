import { cpSync } from 'node:fs';
import { join } from 'node:path';
import { built, bundle, recipes } from '../bundle.ts';

const steps = ['before', 'recorded', 'beside', 'compared', 'removed'];

/** Builds the shop as it is in each step of leaving its store. */
export async function buildLeavingRedux(): Promise<void> {
  for (const file of ['products.json', 'shop.css']) {
    cpSync(join(recipes, 'leaving-redux', file), join(built, 'leaving-redux', file));
  }
  for (const step of steps) {
    await bundle({ entry: `leaving-redux/${step}/main.tsx`, file: `leaving-redux/${step}/main.js`, minify: false });
  }
}

import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { bundle } from './bundle.ts';
import { noteRendered, type Rendered, withoutModules } from './without-modules.ts';

const sources = {
  'bus.js': `import { retry } from './retry.js'; export const bus = () => ['the bus', retry()];`,
  'retry.js': `import { timer, check } from './timer.js'; export const retry = () => { if (false) check(); return ['the retry', timer()]; };`,
  'timer.js': `export const timer = () => 'the timer'; export const check = () => 'the check';`,
};
let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'busbar-without-'));
  for (const [file, source] of Object.entries(sources)) writeFileSync(join(folder, file), source);
});
afterEach(() => rmSync(folder, { recursive: true }));

test('a bundle without a module has all others as they were, though only that module needed them', async () => {
  const rendered: Rendered = new Map();
  const taken = { source: `export { bus } from '${folder}/bus.js'`, folder };
  const whole = await bundle(taken, { plugins: [noteRendered(rendered)] });
  const without = await bundle(taken, { plugins: [withoutModules([join(folder, 'retry.js')], rendered)] });
  const parts = (code: string) => ['bus', 'retry', 'timer', 'check'].filter((part) => code.includes(`the ${part}`));
  expect([parts(whole), parts(without)]).toEqual([
    ['bus', 'retry', 'timer'],
    ['bus', 'timer'],
  ]);
});

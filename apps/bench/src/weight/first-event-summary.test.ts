import { expect, test } from 'vitest';
import type { FirstEvent } from './findings.ts';
import { beside, byPage, stepsOf, timeOf } from './first-event-summary.ts';

const visits: FirstEvent[] = [
  { page: 'busbar-with-zod', parse: 5, script: 9, steps: { create: 1.5, define: 1.6, subscribe: 3, handled: 8 } },
  { page: 'zod', parse: 3, script: 4, steps: { handled: 2 } },
  { page: 'busbar-by-hand', parse: 1, script: 2, steps: { create: 1, define: 1.1, subscribe: 1.4, handled: 2 } },
  { page: 'busbar-with-zod', parse: 50, script: 90, steps: { create: 15, define: 15.5, subscribe: 30, handled: 80 } },
  { page: 'zod', parse: 30, script: 40, steps: { handled: 20 } },
  { page: 'busbar-by-hand', parse: 10, script: 20, steps: { create: 10, define: 11, subscribe: 14, handled: 20 } },
];
const found = byPage(visits);

test('a page takes what its visits take in the middle', () => {
  expect(timeOf(found, 'zod', 'script')).toMatchObject({ median: 22, count: 2 });
});

test('each step begins where the one before it ends', () => {
  const { create, define, subscribe, handled } = stepsOf(byPage(visits.slice(0, 1)), 'busbar-with-zod');
  expect([create, define, subscribe, handled].map((step) => Math.round(step!.median))).toEqual([1_500, 100, 1_400, 5_000]);
});

test('a page without a bus has no steps of one', () => {
  expect(stepsOf(found, 'zod')).toEqual({ handled: expect.objectContaining({ median: 11_000 }) });
});

test('what is left beside others is reckoned within each round', () => {
  expect(beside(found, 'busbar-with-zod', ['zod', 'busbar-by-hand'], 'script')).toMatchObject({ lower: 9.75, upper: 23.25 });
});

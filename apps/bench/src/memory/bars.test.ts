import { expect, test } from 'vitest';
import { barTable } from '../report/bar.ts';
import { memoryBars } from './bars.ts';

test.each([
  [22_800, 'yes'],
  [100_100, 'no'],
])('%i bytes that a long run left: %s', (bytes, held) => {
  const points = [[10_000_000, bytes]] as const;
  const table = barTable(memoryBars({ weights: [], curves: [{ run: 'off', points }] }));
  expect(table).toContain('Heap that 10,000,000 events to 10 subscribers leave');
  expect(table).toContain(held);
});

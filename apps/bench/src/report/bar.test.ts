import { expect, test } from 'vitest';
import { type Bar, barTable, isHeld } from './bar.ts';

const bar: Bar = { what: 'an emit', limit: 0.35, measured: 0.3129, unit: '×' };

test('a bar is held up to its limit, and not by what could not be measured', () => {
  expect([0.3, 0.35, 0.3501, Number.NaN].map((measured) => isHeld({ ...bar, measured }))).toEqual([true, true, false, false]);
});

test('the table has a mark at each bar', () => {
  const rows = barTable([bar, { what: 'the core', limit: 4_000, measured: 14_266, unit: 'bytes' }])
    .split('\n')
    .slice(2);
  expect(rows).toEqual(['| an emit | 0.35 × | 0.31 × | ✓ yes |', '| the core | 4,000 bytes | 14,266 bytes | ✗ **no** |']);
});

test('what is a little above its limit is not rounded down to it', () => {
  expect(barTable([{ ...bar, measured: 0.3504 }])).toContain('| 0.3504 × | ✗ **no** |');
});

import { expect, test } from 'vitest';
import { formatDuration } from './format-duration.ts';

test.each([
  [0, '–'],
  [0.0004, '0.4 µs'],
  [0.0342, '34 µs'],
  [0.34, '340 µs'],
  [0.9996, '1 ms'],
  [1.25, '1.3 ms'],
  [45.4, '45 ms'],
  [999.4, '1 s'],
  [2_140, '2.1 s'],
  [59_400, '59 s'],
  [59_999, '1 min'],
  [10_800_000, '180 min'],
])('%d ms read %s', (milliseconds, text) => {
  expect(formatDuration(milliseconds)).toBe(text.replace(' ', '\u00a0'));
});

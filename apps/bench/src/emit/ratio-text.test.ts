import { expect, test } from 'vitest';
import { ratioText } from './ratio-text.ts';

test('a ratio has two digits that say something, whatever its size', () => {
  expect(ratioText({ median: 0.01234, lower: 0.0101, upper: 1.26, count: 9 })).toBe('0.012 (0.01–1.3)');
});

test('quartiles that read alike are left out', () => {
  expect(ratioText({ median: 12.3, lower: 12.1, upper: 12.4, count: 9 })).toBe('12');
});

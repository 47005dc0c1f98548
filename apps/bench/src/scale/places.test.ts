import { expect, test } from 'vitest';
import { placesFor } from './places.ts';

test('the long form goes to all places of a curve', () => {
  expect(placesFor('full').filter(({ line }) => line === 'contracts')).toEqual(
    [10, 100, 1_000, 10_000].map((at) => ({ line: 'contracts', at })),
  );
});

test('the short form has the same curves with fewer places', () => {
  const lines = (extent: 'full' | 'quick') => new Set(placesFor(extent).map(({ line }) => line));
  expect(lines('quick')).toEqual(lines('full'));
  expect(placesFor('quick').length).toBeLessThan(50);
});

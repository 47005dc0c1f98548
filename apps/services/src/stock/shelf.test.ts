import { expect, test } from 'vitest';
import { missingFrom } from './shelf.ts';

const line = (sku: string, quantity: number) => ({ sku, quantity });

test('nothing is missing while enough of each product is left', () => {
  expect(missingFrom([line('lamp', 99), line('mug', 1)], [line('lamp', 151), line('lamp', 0)])).toEqual([]);
});

test('what others have reserved is not there any more', () => {
  expect(missingFrom([line('lamp', 99), line('mug', 99)], [line('lamp', 100), line('lamp', 52)])).toEqual(['lamp']);
});

import { expect, test } from 'vitest';
import { describeTotal } from './describe-total.ts';

const lamp = { sku: 'lamp', name: 'Lamp', price: 12_900, quantity: 1 };
const rarity = { sku: 'rarity', name: 'Rarity', price: 0, quantity: 2 };

test.each([
  ['of nothing is nothing', [], 0, '€0.00'],
  ['of known prices is their sum', [lamp], 12_900, '€129.00'],
  ['with an unknown price is more than what is known', [lamp, rarity], 12_900, '€129.00 and more'],
  ['of unknown prices is unknown', [rarity], 0, 'price unknown'],
])('a total %s', (_, lines, total, text) => {
  expect(describeTotal({ lines, total })).toBe(text);
});

import { expect, test } from 'vitest';
import { priceLine } from './price-line.ts';

const offers = [{ sku: 'lamp', name: 'Desk lamp', price: 12_900 }];
const unpriced = { sku: 'lamp', name: 'lamp', price: 0, quantity: 2 };

test('a line without a price gets the name and the price of the shop', () => {
  expect(priceLine(unpriced, offers)).toEqual({ sku: 'lamp', name: 'Desk lamp', price: 12_900, quantity: 2 });
});

test('a line that has a price keeps it, and its name', () => {
  const line = { ...unpriced, name: 'Lamp, green', price: 9_900 };
  expect(priceLine(line, offers)).toBe(line);
});

test('a line that the shop does not sell stays without a price', () => {
  const line = { ...unpriced, sku: 'rarity' };
  expect(priceLine(line, offers)).toBe(line);
});

import { expect, test } from 'vitest';
import { summariseCart } from './summarise-cart.ts';

test('a summary counts things, not lines, and adds up cents', () => {
  const lines = [
    { sku: 'lamp', name: 'Lamp', price: 12_999, quantity: 2 },
    { sku: 'mug', name: 'Mug', price: 1_850, quantity: 3 },
  ];
  expect(summariseCart(lines)).toEqual({ lines, count: 5, total: 31_548 });
});

test('an empty cart costs nothing', () => {
  expect(summariseCart([])).toEqual({ lines: [], count: 0, total: 0 });
});

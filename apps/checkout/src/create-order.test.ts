import { checkout } from 'contracts';
import { expect, test } from 'vitest';
import { createOrder } from './create-order.ts';

const content = { lines: [{ sku: 'lamp', name: 'Lamp', price: 12_900, quantity: 2 }], count: 2, total: 25_800 };

test('an order holds the lines and the total of the cart and satisfies its contract', () => {
  const order = createOrder(content, new Date('2026-11-22T10:00:00Z'));
  expect(order).toMatchObject({ lines: content.lines, total: 25_800, placedAt: '2026-11-22T10:00:00.000Z' });
  expect(checkout.orderPlaced.schema['~standard'].validate(order)).toEqual({ value: order });
});

test('numbers are two groups of signs that cannot be mistaken for one another', () => {
  const numbers = Array.from({ length: 200 }, () => createOrder(content, new Date()).number);
  expect(numbers.filter((number) => !/^[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4}$/.test(number))).toEqual([]);
  expect(new Set(numbers).size).toBe(200);
});

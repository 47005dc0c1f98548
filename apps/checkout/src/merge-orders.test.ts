import type { KeptOrder } from 'contracts';
import { expect, test } from 'vitest';
import { mergeOrders } from './merge-orders.ts';

function order(number: string, hour: number, status: KeptOrder['status'] = 'confirmed'): KeptOrder {
  const placedAt = new Date(Date.UTC(2026, 10, 22, hour)).toISOString();
  return { number, placedAt, lines: [{ sku: 'lamp', name: 'Lamp', price: 12_900, quantity: 1 }], total: 12_900, status };
}

function numbersOf(orders: readonly KeptOrder[]): string[] {
  return orders.map(({ number }) => number);
}

test('the newest order comes first, whichever list it is in', () => {
  expect(numbersOf(mergeOrders([order('b', 2)], [order('a', 1), order('c', 3)]))).toEqual(['c', 'b', 'a']);
});

test('an order that both lists have is there once', () => {
  expect(numbersOf(mergeOrders([order('a', 1)], [order('a', 1), order('b', 2)]))).toEqual(['b', 'a']);
});

test('an order is as far as either list knows', () => {
  const [begun, ended] = [order('a', 1, 'in-progress'), order('a', 1, 'cancelled')];
  expect(mergeOrders([begun], [ended])).toEqual([ended]);
  expect(mergeOrders([ended], [begun])).toEqual([ended]);
});

test('an order that was placed can still be cancelled, and is that for good', () => {
  const [placed, cancelled] = [order('a', 1, 'confirmed'), order('a', 1, 'cancelled')];
  expect(mergeOrders([placed], [cancelled])).toEqual([cancelled]);
  expect(mergeOrders([cancelled], [placed])).toEqual([cancelled]);
});

test('the oldest give way past fifty', () => {
  const many = Array.from({ length: 60 }, (_, index) => order(String(index), index));
  expect(numbersOf(mergeOrders(many, []))).toEqual(Array.from({ length: 50 }, (_, index) => String(59 - index)));
});

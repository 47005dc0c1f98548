import type { KeptOrder } from 'contracts';
import { beforeEach, expect, test, vi } from 'vitest';
import { readOrders, writeOrders } from './stored-orders.ts';

const order: KeptOrder = {
  number: 'A-1',
  placedAt: '2026-11-22T10:00:00.000Z',
  lines: [{ sku: 'lamp', name: 'Lamp', price: 12_900, quantity: 1 }],
  total: 12_900,
  status: 'in-progress',
};

beforeEach(() => localStorage.clear());

test('what was written is read back', () => {
  writeOrders([order]);
  expect(readOrders()).toEqual([order]);
});

test('orders of a release that kept confirmed ones alone are confirmed', () => {
  const { status, ...older } = order;
  writeOrders([order]);
  localStorage.setItem(localStorage.key(0) ?? '', JSON.stringify([older]));
  expect(readOrders()).toEqual([{ ...older, status: 'confirmed' }]);
});

test.each(['{', 'null', '{}', '[{"number":"A-1"}]', '[1]'])('%s is no list of orders', (text) => {
  writeOrders([order]);
  localStorage.setItem(localStorage.key(0) ?? '', text);
  expect(readOrders()).toEqual([]);
});

test('a browser that forbids storage has no orders and makes no error', () => {
  vi.spyOn(Storage.prototype, 'getItem').mockImplementation(refuse);
  vi.spyOn(Storage.prototype, 'setItem').mockImplementation(refuse);
  expect(() => writeOrders([order])).not.toThrow();
  expect(readOrders()).toEqual([]);
});

function refuse(): never {
  throw new DOMException('The user denied permission', 'SecurityError');
}

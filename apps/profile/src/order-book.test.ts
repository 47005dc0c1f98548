import { type Bus, createBus, createHub } from '@busbar/core';
import { fold } from '@busbar/patterns';
import { checkout, type Order } from 'contracts';
import { beforeEach, expect, test } from 'vitest';
import { orderBook } from './order-book.ts';

const book = orderBook(() => {});
let bus: Bus;

beforeEach(() => {
  bus = createBus({ source: 'checkout', hub: createHub() });
});

function order(number: string, hour = 1): Order {
  const placedAt = new Date(Date.UTC(2026, 10, 22, hour)).toISOString();
  return { number, placedAt, lines: [{ sku: 'mug', name: 'Mug', price: 1_850, quantity: 2 }], total: 3_700 };
}

test('nothing is known before anybody has said anything', () => {
  expect(fold(book, [])).toEqual({});
});

test('an order is in progress, then confirmed and fresh', () => {
  const submitted = bus.emit(checkout.orderSubmitted, order('a'));
  const placed = bus.emit(checkout.orderPlaced, order('a'));
  expect(fold(book, [submitted]).orders).toMatchObject([{ number: 'a', status: 'in-progress', isFresh: false }]);
  expect(fold(book, [submitted, placed])).toMatchObject({
    orders: [{ number: 'a', status: 'confirmed', isFresh: true }],
    heardAt: placed.time,
  });
});

test('an order is cancelled with its reason, and stays so', () => {
  const submitted = bus.emit(checkout.orderSubmitted, order('a'));
  const cancelled = bus.emit(checkout.orderCancelled, { number: 'a', reason: 'payment-declined' });
  const { orders } = fold(book, [submitted, cancelled, submitted]);
  expect(orders).toMatchObject([{ number: 'a', status: 'cancelled', reason: 'payment-declined' }]);
});

test('the list of all orders counts, and what was fresh stays fresh', () => {
  const events = [
    bus.emit(checkout.orderPlaced, order('a')),
    bus.emit(checkout.ordersChanged, {
      orders: [
        { ...order('a'), status: 'confirmed' },
        { ...order('b'), status: 'confirmed' },
      ],
    }),
  ];
  expect(fold(book, events).orders).toMatchObject([
    { number: 'a', isFresh: true },
    { number: 'b', isFresh: false },
  ]);
  expect(fold(book, [...events, bus.emit(checkout.ordersChanged, { orders: [] })]).orders).toEqual([]);
});

test('the newest order comes first', () => {
  const events = [order('a', 1), order('c', 3), order('b', 2)].map((placed) => bus.emit(checkout.orderPlaced, placed));
  expect(fold(book, events).orders?.map(({ number }) => number)).toEqual(['c', 'b', 'a']);
});

test('an order that nobody knows cannot be cancelled', () => {
  expect(fold(book, [bus.emit(checkout.orderCancelled, { number: 'a', reason: 'out-of-stock' })])).toEqual({});
});

test('a list that is told again later does not take back what is known since', () => {
  const list = bus.emit(checkout.ordersChanged, { orders: [{ ...order('a'), status: 'in-progress' }] });
  const placed = { ...bus.emit(checkout.orderPlaced, order('a')), time: list.time + 1 };
  expect(fold(book, [placed, list]).orders).toMatchObject([{ number: 'a', status: 'confirmed' }]);
});

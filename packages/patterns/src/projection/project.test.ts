import { type BusEvent, createBus, createHub, defineEvents } from '@busbar/core';
import { expect, it } from 'vitest';
import * as z from 'zod';
import { defineProjection } from './define-projection.ts';
import { project } from './project.ts';

const cart = defineEvents('cart', {
  itemAdded: { version: 1, schema: z.object({ price: z.number() }), retain: 100 },
  emptied: { version: 1, schema: z.object({}) },
});
const total = defineProjection('total', {
  initial: 0,
  contracts: [cart.itemAdded, cart.emptied],
  on: { 'cart:itemAdded': (sum, { data }) => sum + data.price, 'cart:emptied': () => 0 },
});

it('folds retained events at once and live events as they come', async () => {
  const bus = createBus({ source: 'test', hub: createHub() });
  bus.emit(cart.itemAdded, { price: 2 });
  const sum = project(bus, total);
  expect(sum.get()).toBe(2);
  bus.emit(cart.itemAdded, { price: 3 });
  await Promise.resolve();
  expect(sum.get()).toBe(5);
});

it('folds history first', async () => {
  const bus = createBus({ source: 'test', hub: createHub() });
  const events: BusEvent[] = [bus.emit(cart.itemAdded, { price: 2 }), bus.emit(cart.itemAdded, { price: 4 })];
  const sum = project(bus, total, { history: events });
  bus.emit(cart.itemAdded, { price: 3 });
  await sum.ready;
  await Promise.resolve();
  expect(sum.get()).toBe(9);
});

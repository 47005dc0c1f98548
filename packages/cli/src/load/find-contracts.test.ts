import { defineEvent, defineEvents } from '@busbar/core';
import { expect, it } from 'vitest';
import * as z from 'zod';
import { findContracts } from './find-contracts.ts';

const schema = z.object({ sku: z.string() });
const cart = defineEvents('cart', { itemAdded: { version: 1, schema }, changed: { version: 2, schema } });
const started = defineEvent('checkout:started', { version: 1, schema });

it('finds contracts by themselves, in groups and in groups of groups', () => {
  const found = findContracts({ started, cart, all: { shop: { cart } }, list: [started] });
  expect(found.map(({ name, contract }) => [name, contract.type, contract.version])).toEqual([
    ['started', 'checkout:started', 1],
    ['cart.itemAdded', 'cart:itemAdded', 1],
    ['cart.changed', 'cart:changed', 2],
    ['all.shop.cart.itemAdded', 'cart:itemAdded', 1],
    ['all.shop.cart.changed', 'cart:changed', 2],
    ['list.0', 'checkout:started', 1],
  ]);
});

it('takes nothing else for a contract', () => {
  const circle: Record<string, unknown> = {};
  circle['self'] = circle;
  expect(
    findContracts({ schema, circle, text: 'cart', nothing: null, run: () => cart, like: { type: 'a:b', version: 1 } }),
  ).toEqual([]);
});

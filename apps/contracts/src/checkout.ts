import { defineEvents } from '@busbar/core';
import * as z from 'zod';
import { Line } from './cart.ts';

const Order = z.object({
  number: z.string().min(1).describe('What customers and the shop call the order'),
  placedAt: z.iso.datetime().describe('When, in UTC'),
  lines: z.array(Line).min(1).describe('What was ordered'),
  total: z.int().nonnegative().describe('In euro cents'),
});
export type Order = z.infer<typeof Order>;

const example = {
  number: 'S-1042',
  placedAt: '2026-11-02T09:30:00.000Z',
  lines: [{ sku: 'lamp-01', name: 'Desk lamp', price: 12_900, quantity: 2 }],
  total: 25_800,
};

export const checkout = defineEvents('checkout', {
  started: {
    version: 1,
    schema: z.object({
      count: z.int().positive().describe('Pieces in the cart'),
      total: z.int().nonnegative().describe('What they cost, in euro cents'),
    }),
    summary: 'Somebody began to check out the cart',
    owner: 'team-checkout',
    examples: [{ count: 2, total: 25_800 }],
  },
  orderPlaced: {
    version: 1,
    schema: Order,
    retain: 20,
    summary: 'An order was placed',
    owner: 'team-checkout',
    examples: [example],
  },
  ordersChanged: {
    version: 1,
    schema: z.object({ orders: z.array(Order).describe('The newest first') }),
    retain: 'latest',
    summary: 'These are all orders of this browser, newest first',
    owner: 'team-checkout',
    examples: [{ orders: [example] }],
  },
});

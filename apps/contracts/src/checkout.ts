import { defineEvents } from '@busbar/core';
import * as z from 'zod';
import { Line } from './cart.ts';

const Order = z.object({
  number: z.string().min(1),
  placedAt: z.iso.datetime(),
  lines: z.array(Line).min(1),
  total: z.int().nonnegative(),
});
export type Order = z.infer<typeof Order>;

export const checkout = defineEvents('checkout', {
  started: {
    version: 1,
    schema: z.object({ count: z.int().positive(), total: z.int().nonnegative() }),
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
  },
  ordersChanged: {
    version: 1,
    schema: z.object({ orders: z.array(Order) }),
    retain: 'latest',
    summary: 'These are all orders of this browser, newest first',
    owner: 'team-checkout',
  },
});

import { defineEvents } from '@busbar/core';
import * as z from 'zod';
import { Line } from './cart.ts';
import { OrderNumber } from './order-number.ts';

const Order = z.object({
  number: OrderNumber,
  placedAt: z.iso.datetime().describe('When, in UTC'),
  lines: z.array(Line).min(1).describe('What was ordered'),
  total: z.int().nonnegative().describe('In euro cents'),
});
export type Order = z.infer<typeof Order>;

/** Why an order came to nothing. */
const Reason = z.enum(['out-of-stock', 'stock-silent', 'payment-declined', 'payment-silent', 'not-confirmed']);
export type CancelReason = z.infer<typeof Reason>;

/** An order, and what has become of it. */
const KeptOrder = Order.extend({
  status: z.enum(['in-progress', 'confirmed', 'cancelled']).describe('What has become of it'),
  reason: Reason.optional().describe('Why it came to nothing; absent unless it is cancelled'),
});
export type KeptOrder = z.infer<typeof KeptOrder>;

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
  orderSubmitted: {
    version: 1,
    schema: Order,
    // For the saga that places it, which knows those that it has begun already.
    retain: 20,
    // Money hangs on it: scripts that were not asked hear of it, and say nothing.
    dom: 'out',
    summary: 'The customer wants to order this; nothing is reserved or paid yet',
    owner: 'team-checkout',
    examples: [example],
  },
  orderPlaced: {
    version: 1,
    schema: Order,
    retain: 20,
    summary: 'An order was placed: its goods are reserved, and it is paid',
    owner: 'team-checkout',
    examples: [example],
  },
  orderCancelled: {
    version: 1,
    schema: Order.pick({ number: true }).extend({ reason: Reason.describe('Why it came to nothing') }),
    retain: 20,
    dom: 'out',
    summary: 'An order came to nothing, and what was done for it is undone',
    owner: 'team-checkout',
    examples: [{ number: example.number, reason: 'payment-declined' }],
  },
  confirmationIssued: {
    version: 1,
    schema: Order.pick({ number: true, total: true }),
    dom: 'out',
    summary: 'The confirmation of an order was made out for the customer',
    owner: 'team-checkout',
    examples: [{ number: example.number, total: example.total }],
  },
  ordersChanged: {
    version: 2,
    schema: z.object({ orders: z.array(KeptOrder).describe('The newest first') }),
    // Version 1 knew orders that were placed, and no others.
    upcast: { 1: ({ orders }: { orders: Order[] }) => ({ orders: orders.map((order) => ({ ...order, status: 'confirmed' })) }) },
    downcast: { 1: ({ orders }: { orders: KeptOrder[] }) => ({ orders: orders.filter(isConfirmed).map(withoutStatus) }) },
    retain: 'latest',
    summary: 'These are all orders of this browser, newest first',
    owner: 'team-checkout',
    examples: [{ orders: [{ ...example, status: 'confirmed' }] }],
  },
});

function isConfirmed({ status }: KeptOrder): boolean {
  return status === 'confirmed';
}

function withoutStatus({ status, reason, ...order }: KeptOrder): Order {
  return order;
}

// The contracts: the one thing that the page, the order process and the services have in common.
import { defineEvents } from '@busbar/core';
import { defineRequest } from '@busbar/patterns';
import * as z from 'zod';

const order = z.object({ number: z.string(), total: z.int() });
const numbered = order.pick({ number: true });

export const checkout = defineEvents('checkout', {
  orderSubmitted: { version: 1, schema: order, summary: 'The customer pressed the button' },
  orderPlaced: { version: 1, schema: order, summary: 'Stock, payment and the books agree: the order is placed' },
  orderProgressed: {
    version: 1,
    schema: z.object({
      number: z.string(),
      course: z.array(z.string()),
      status: z.enum(['running', 'placed', 'cancelled', 'stuck']),
      reason: z.string().optional(),
    }),
    retain: { last: 1, by: ({ number }) => number },
    summary: 'An order is somewhere else on its way',
  },
});

export const shop = defineEvents('shop', {
  faultSwitched: {
    version: 1,
    schema: z.object({ fault: z.enum(['payment-fails', 'stock-stalls', 'release-fails']), on: z.boolean() }),
    retain: { last: 1, by: ({ fault }) => fault },
    summary: 'Somebody wants to see what goes wrong',
  },
  booksChanged: {
    version: 1,
    schema: z.object({ reserved: z.array(z.string()), paid: z.array(z.string()), confirmed: z.array(z.string()) }),
    retain: 'latest',
    summary: 'The services hold these orders now',
  },
});

/** Refusing is an answer like any other, and no failure of the service. */
const answer = z.object({ refused: z.string().optional() });

export const stock = {
  reservation: defineRequest('stock:reservation', { version: 1, request: numbered, reply: answer }),
  release: defineRequest('stock:release', { version: 1, request: numbered, reply: answer }),
};

export const payment = {
  capture: defineRequest('payment:capture', { version: 1, request: order, reply: answer }),
  refund: defineRequest('payment:refund', { version: 1, request: numbered, reply: answer }),
};

export const orders = {
  confirmation: defineRequest('orders:confirmation', { version: 1, request: numbered, reply: answer }),
};

import { defineRequest } from '@busbar/patterns';
import * as z from 'zod';
import { Line } from './cart.ts';
import { OrderNumber } from './order-number.ts';

/** How many pieces of which product. */
const StockLine = Line.pick({ sku: true, quantity: true });
export type StockLine = z.infer<typeof StockLine>;

const owner = 'team-stock';
const number = 'S-1042';

/** What can be asked of the stock. A refused reservation fails with `out-of-stock`, or with `withdrawn` after a release. */
export const stock = {
  reservation: defineRequest('stock:reservation', {
    version: 1,
    request: z.object({ number: OrderNumber, lines: z.array(StockLine).min(1).describe('What to keep for the order') }),
    reply: z.object({ number: OrderNumber, reservedAt: z.iso.datetime().describe('When, in UTC') }),
    summary: 'Goods are to be kept for an order',
    owner,
    examples: {
      request: [{ number, lines: [{ sku: 'lamp-01', quantity: 2 }] }],
      reply: [{ number, reservedAt: '2026-11-02T09:30:01.000Z' }],
    },
  }),
  release: defineRequest('stock:release', {
    version: 1,
    request: z.object({ number: OrderNumber }),
    reply: z.object({ number: OrderNumber, released: z.boolean().describe('Whether anything was kept for it') }),
    summary: 'What is kept for an order can be sold again',
    owner,
    examples: { request: [{ number }], reply: [{ number, released: true }] },
  }),
};

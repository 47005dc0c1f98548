import { defineRequest } from '@busbar/patterns';
import * as z from 'zod';
import { OrderNumber } from './order-number.ts';

const owner = 'team-orders';
const number = 'S-1042';

/** What can be asked of the books of the shop. A confirmation that was withdrawn before it was asked for fails with `withdrawn`. */
export const orders = {
  confirmation: defineRequest('orders:confirmation', {
    version: 1,
    request: z.object({ number: OrderNumber, total: z.int().nonnegative().describe('In euro cents') }),
    reply: z.object({ number: OrderNumber, confirmedAt: z.iso.datetime().describe('When, in UTC') }),
    summary: 'An order that is reserved and paid is to be confirmed',
    owner,
    examples: { request: [{ number, total: 25_800 }], reply: [{ number, confirmedAt: '2026-11-02T09:30:02.000Z' }] },
  }),
  withdrawal: defineRequest('orders:withdrawal', {
    version: 1,
    request: z.object({ number: OrderNumber }),
    reply: z.object({ number: OrderNumber, withdrawn: z.boolean().describe('Whether it had been confirmed') }),
    summary: 'A confirmed order is to be taken out of the books',
    owner,
    examples: { request: [{ number }], reply: [{ number, withdrawn: true }] },
  }),
};

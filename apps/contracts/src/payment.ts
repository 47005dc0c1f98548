import { defineRequest } from '@busbar/patterns';
import * as z from 'zod';
import { OrderNumber } from './order-number.ts';

const owner = 'team-payment';
const number = 'S-1042';

/** What can be asked of the payment. One that is refused fails with `payment-declined`, or with `withdrawn` after a refund. */
export const payment = {
  capture: defineRequest('payment:capture', {
    version: 1,
    request: z.object({ number: OrderNumber, amount: z.int().nonnegative().describe('What to take, in euro cents') }),
    reply: z.object({
      number: OrderNumber,
      amount: z.int().nonnegative().describe('What was taken, in euro cents'),
      receipt: z.string().min(1).describe('What the bank calls it'),
    }),
    summary: 'What an order costs is to be taken',
    owner,
    examples: { request: [{ number, amount: 25_800 }], reply: [{ number, amount: 25_800, receipt: 'R-S-1042' }] },
  }),
  refund: defineRequest('payment:refund', {
    version: 1,
    request: z.object({ number: OrderNumber }),
    reply: z.object({
      number: OrderNumber,
      amount: z.int().nonnegative().describe('What was given back, in euro cents; 0 where nothing had been taken'),
    }),
    summary: 'What was taken for an order is to be given back',
    owner,
    examples: { request: [{ number }], reply: [{ number, amount: 25_800 }] },
  }),
};

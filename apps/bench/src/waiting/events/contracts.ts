import { defineEvents } from '@busbar/core';
import { defineRequest } from '@busbar/patterns';
import * as z from 'zod';

const Numbered = z.object({ number: z.string() });

/** What the customer does, and what the customer is told. */
export const order = defineEvents('order', {
  submitted: { version: 1, schema: Numbered },
  received: { version: 1, schema: Numbered },
});

const part = (name: string) => defineRequest(name, { version: 1, request: Numbered, reply: Numbered });

/** What each service can be asked to do, and to take back. */
export const recording = part('order:recording');
export const withdrawal = part('order:withdrawal');
export const capture = part('payment:capture');
export const refund = part('payment:refund');
export const check = part('fraud:check');
export const reservation = part('inventory:reservation');

import { defineEvents } from '@busbar/core';
import * as z from 'zod';

const happened = { version: 1, schema: z.object({ number: z.string() }) } as const;

export const order = defineEvents('order', {
  submitted: happened,
  received: happened,
  confirmed: happened,
  cancelled: happened,
});
export const payment = defineEvents('payment', { captured: happened, refunded: happened });
export const fraud = defineEvents('fraud', { cleared: happened });
export const inventory = defineEvents('inventory', { reserved: happened, refused: happened });

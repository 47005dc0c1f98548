import * as z from 'zod';
import { defineRequest } from './define-request.ts';

/** What the tests ask for: one reply, or a stream of them. */
export const reservation = defineRequest('stock:reservation', {
  version: 1,
  request: z.object({ sku: z.string(), quantity: z.number().int().positive().default(1) }),
  reply: z.object({ reservation: z.string() }),
});

export const levels = defineRequest('stock:levels', {
  version: 1,
  request: z.object({ sku: z.string() }),
  reply: z.object({ level: z.number() }),
  stream: true,
});

/** Something to ask with. */
export const item = { sku: 'A-1' };

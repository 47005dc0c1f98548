import { defineEvents } from '@busbar/core';
import * as z from 'zod';

/** The contracts that tests of the testing kit speak of. */
export const cart = defineEvents('cart', {
  itemAdded: { version: 1, schema: z.object({ sku: z.string(), quantity: z.number() }), examples: [{ sku: 'A-1', quantity: 2 }] },
  changed: { version: 1, schema: z.object({ total: z.number() }), retain: 'latest' },
});

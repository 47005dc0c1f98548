import { defineEvents } from '@busbar/core';
import * as z from 'zod';

export const cart = defineEvents('cart', {
  itemAdded: { version: 1, schema: z.object({ sku: z.string() }) },
  changed: { version: 1, schema: z.object({ count: z.number() }), retain: 'latest' },
});

import { defineEvents, type EventsByName } from '@busbar/core';
import * as z from 'zod';

export const cart = defineEvents('cart', {
  itemAdded: { version: 1, schema: z.object({ sku: z.string() }) },
  itemRemoved: { version: 1, schema: z.object({ sku: z.string() }) },
  changed: { version: 1, schema: z.object({ count: z.number(), total: z.number() }), retain: 'latest' },
  settled: { version: 1, schema: z.null(), dom: 'off' },
});

declare module '@busbar/core' {
  interface DeclaredEvents extends EventsByName<typeof cart> {}
}

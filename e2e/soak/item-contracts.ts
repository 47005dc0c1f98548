import { defineEvents } from '@busbar/core';
import * as z from 'zod';

const Item = z.object({ number: z.number().int(), place: z.string(), tags: z.array(z.string()) });

/** What an event of the soak says. */
export type Item = z.infer<typeof Item>;

/** One contract for each way of an event: mirrored and heard, retained by key, retained, short-lived, emitted in floods, limited, and the two of a ring. */
export const item = defineEvents('item', {
  moved: { version: 1, schema: Item },
  placed: { version: 1, schema: Item, dom: 'out', retain: { last: 1, by: ({ number }) => number % 200 } },
  counted: { version: 1, schema: Item, dom: 'off', retain: 'latest' },
  checked: { version: 1, schema: Item, dom: 'off', ttl: 30 },
  spilled: { version: 1, schema: Item },
  weighed: { version: 1, schema: Item, dom: 'off', rate: { limit: 50, burst: 10 } },
  asked: { version: 1, schema: Item, dom: 'off' },
  answered: { version: 1, schema: Item, dom: 'off' },
});

/** The names of the events within their domain. */
export type ItemName = keyof typeof item;

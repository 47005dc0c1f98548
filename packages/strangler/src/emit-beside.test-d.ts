import { createBus, defineEvents } from '@busbar/core';
import { expectTypeOf } from 'vitest';
import * as z from 'zod';
import { emitBeside } from './emit-beside.ts';
import type { Store } from './store.ts';

const cart = defineEvents('cart', {
  itemAdded: { version: 1, schema: z.object({ sku: z.string() }) },
  cleared: { version: 1, schema: z.undefined() },
});
declare const store: Store<{ readonly count: number }>;
const bus = createBus({ source: 'cart' });

emitBeside(store, bus, { 'cart/add': cart.itemAdded, 'cart/clear': cart.cleared });

emitBeside(store, bus, {
  'cart/add': {
    event: cart.itemAdded,
    data({ payload }: { type: string; payload: string }, { after }) {
      expectTypeOf(after.count).toEqualTypeOf<number>();
      return { sku: payload };
    },
  },
});

emitBeside(store, bus, {
  'cart/add': {
    event: cart.itemAdded,
    // @ts-expect-error: the contract wants a text
    data: () => ({ sku: 7 }),
  },
});

// @ts-expect-error: no contract
emitBeside(store, bus, { 'cart/add': { data: () => ({ sku: 'A-1' }) } });

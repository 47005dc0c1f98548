import { type Bus, type BusError, createBus, createHub, defineEvents, type EventsByName } from '@busbar/core';
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

/** A page of its own: a bus on a hub that no other test sees, and what its handlers did wrong. */
export interface CartPage {
  readonly bus: Bus;
  readonly errors: BusError[];
  /** Resolves when everything that was emitted has been delivered. */
  settled(): Promise<void>;
  /** What is listened to, as a subscriber of the bus names it. */
  listening(): string[];
}

export function openCartPage(): CartPage {
  const errors: BusError[] = [];
  const bus = createBus({ source: 'test', hub: createHub(), contracts: [cart], onError: (error) => errors.push(error) });
  return {
    bus,
    errors,
    async settled() {
      const last = bus.once(cart.settled);
      bus.emit(cart.settled, null);
      await last;
    },
    listening: () => bus.metrics().subscriptions.map(({ target }) => target),
  };
}

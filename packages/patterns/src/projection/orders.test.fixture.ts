import { type Bus, createBus, createHub, defineEvents } from '@busbar/core';
import * as z from 'zod';
import { defineProjection } from './define-projection.ts';

const Order = z.object({ order: z.string(), amount: z.number() });

export const orders = defineEvents('orders', {
  placed: { version: 1, schema: Order, retain: 100 },
  cancelled: { version: 1, schema: z.object({ order: z.string() }) },
});

/** Amounts by order. */
export type Amounts = Readonly<Record<string, number>>;

export const amounts = defineProjection('amounts', {
  initial: (): Amounts => ({}),
  contracts: [orders.placed, orders.cancelled],
  on: {
    'orders:placed': (state, { data }) => {
      if (data.amount < 0) throw new RangeError(`${data.order} costs less than nothing.`);
      return { ...state, [data.order]: (state[data.order] ?? 0) + data.amount };
    },
    'orders:cancelled': (state, { data }) => ({ ...state, [data.order]: 0 }),
  },
});

/** A page of its own. What is reported is expected. */
export function page(): Bus {
  return createBus({ source: 'orders', hub: createHub(), onError: () => {} });
}

/** Resolves when everything that was emitted has been delivered. */
export async function delivered({ hub }: Bus): Promise<void> {
  do await new Promise((resolve) => setTimeout(resolve));
  while (hub.queue.depth > 0);
}

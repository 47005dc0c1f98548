import { type Bus, createBus, createHub, defineEvent } from '@busbar/core';
import type { Payload } from '../../contestants/contestant.ts';
import { itemSchema } from '../../contestants/item-schema.ts';
import { itemsOf } from './items.ts';

/** How events are kept: the last so many of all, or the last one of each key. */
export type Keeping = 'last' | 'keyed';

/** A bus whose hub keeps so many events, and what emits another one of them. */
export function keepEvents(keeping: Keeping, count: number) {
  const retain = keeping === 'last' ? count : { last: 1, by: ({ sku }: Payload) => sku };
  const contract = defineEvent('cart:itemKept', { version: 1, schema: itemSchema, dom: 'off', retain });
  const bus: Bus = createBus({ source: 'cart', hub: createHub() });
  const items = itemsOf(count);
  for (const item of items) bus.emit(contract, item);
  return { bus, contract, items };
}

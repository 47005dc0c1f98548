import { createBus, defineEvents, type EventContract, type SubscribeOptions } from '@busbar/core';
import { settled } from '../../contestants/busbar.ts';
import type { Course, Handle, Payload } from '../../contestants/contestant.ts';
import { itemSchema } from '../../contestants/item-schema.ts';

const item = { version: 1, schema: itemSchema };
const storm = defineEvents('storm', {
  itemAddedBoth: item,
  itemAddedOff: { ...item, dom: 'off' },
  /** The key is the article. */
  itemChanged: { ...item, dom: 'off', retain: { last: 1, by: ({ sku }: Payload) => sku } },
});

/** No event is too many; `window` is shown no more than 10,000 that wait all the same. */
export function openUnbounded(dom: 'both' | 'off', subscribers: number, handle: Handle): Course {
  const contract = dom === 'both' ? storm.itemAddedBoth : storm.itemAddedOff;
  return open(contract, { maxQueue: Infinity }, subscribers, handle);
}

/** Past the bound, the newest event of an article takes the place of the one before. */
export function openLatestByKey(subscribers: number, handle: Handle): Course {
  return open(storm.itemChanged, { overflow: 'latest-by-key' }, subscribers, handle);
}

type ItemContract = EventContract<string, Payload, Payload>;

function open(contract: ItemContract, options: SubscribeOptions, subscribers: number, handle: Handle): Course {
  const bus = createBus({ source: 'storm' });
  for (let subscriber = 0; subscriber < subscribers; subscriber++) {
    bus.on(contract, ({ data }) => handle(data, subscriber), options);
  }
  return {
    emit: (payload) => bus.emit(contract, payload),
    settled: () => settled(bus),
    close: () => bus.dispose(),
  };
}

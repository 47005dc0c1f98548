import { type Bus, createBus, createHub, defineEvent, type SubscribeOptions } from '@busbar/core';
import { itemSchema } from '../../contestants/item-schema.ts';
import type { subscriptionTitles } from '../kinds.ts';
import type { Growth } from './growth.ts';

const contract = defineEvent('cart:itemAdded', { version: 1, schema: itemSchema, dom: 'off' });
const item = { sku: 'A-1', quantity: 1, price: 19.5, gift: false };

/** The options of one subscription. */
const options: Readonly<Record<keyof typeof subscriptionTitles, () => SubscribeOptions>> = {
  default: () => ({}),
  pattern: () => ({}),
  where: () => ({ where: ({ type }) => type !== '' }),
  retry: () => ({ retry: 3 }),
  overlap: () => ({ overlap: 'parallel' }),
  frame: () => ({ delivery: 'frame' }),
  byKey: () => ({ overflow: 'latest-by-key' }),
  signal: () => ({ signal: new AbortController().signal }),
  used: () => ({}),
};

/** Subscriptions of one bus, each with a handler of its own. */
export function subscriptionGrowth(kind: keyof typeof subscriptionTitles): Growth {
  const bus = createBus({ source: 'cart', hub: createHub(), contracts: [contract] });
  return async (count) => {
    for (let index = 0; index < count; index++) {
      const handle = (): number => index;
      if (kind === 'pattern') bus.on('cart:*', handle);
      else bus.on(contract, handle, options[kind]());
    }
    if (kind === 'used') await use(bus);
    return bus.hub.subscriptions.size;
  };
}

/** Of 32 events some are timed, whichever these are. */
async function use(bus: Bus): Promise<void> {
  for (let event = 0; event < 32; event++) bus.emit(contract, item);
  while (bus.hub.queue.depth > 0) await new Promise((resolve) => setTimeout(resolve));
}

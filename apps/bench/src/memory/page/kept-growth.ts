import { type AnyEventContract, type Bus, createBus, createHub, defineEvent } from '@busbar/core';
import type { Payload } from '../../contestants/contestant.ts';
import { itemSchema } from '../../contestants/item-schema.ts';
import type { keptTitles } from '../kinds.ts';
import type { Growth } from './growth.ts';

const item = { version: 1, schema: itemSchema, dom: 'off' } as const;
/** More than are ever emitted. */
const all = 1_000_000;
const kept = defineEvent('cart:itemKept', { ...item, retain: all });
const keyed = defineEvent('cart:itemKeyed', { ...item, retain: { last: 1, by: ({ sku }) => sku } });
const added = defineEvent('cart:itemAdded', item);
const rare = defineEvent('cart:itemRare', { ...item, rate: { limit: 1, per: 1_000_000_000 } });

/** Events that the hub keeps, or gives up. */
export const keptGrowths: Readonly<Record<keyof typeof keptTitles, () => Growth>> = {
  payload() {
    const payloads: Payload[] = [];
    return each(
      (payload) => payloads.push(Object.freeze(payload)),
      () => payloads.length,
    );
  },
  retainedLast: () => retaining(kept),
  retainedKeyed: () => retaining(keyed),
  letterInvalid: () =>
    failing((bus, payload) => {
      try {
        bus.emit(added, { ...payload, quantity: 0.5 });
      } catch {
        // The letter is what matters.
      }
    }),
  letterFailed() {
    const fail = ({ data }: { readonly data: Payload }): never => {
      throw new Error(`No more of ${data.sku}`);
    };
    return failing(
      (bus, payload) => bus.emit(added, payload),
      (bus) => bus.on(added, fail, { delivery: 'sync' }),
    );
  },
  letterRate: () =>
    failing(
      (bus, payload) => bus.emit(rare, payload),
      // One event is allowed.
      (bus) => bus.emit(rare, { sku: 'A-1', quantity: 1, price: 19.5, gift: false }),
    ),
};

function retaining(contract: AnyEventContract): Growth {
  const bus = createBus({ source: 'cart', hub: createHub() });
  return each(
    (payload) => bus.emit(contract, payload),
    () => [...bus.hub.topics.get(contract.type)!.retained.values()].flat().length,
  );
}

function failing(emit: (bus: Bus, payload: Payload) => unknown, prepare: (bus: Bus) => unknown = () => {}): Growth {
  const bus = createBus({ source: 'cart', hub: createHub({ limits: { deadLetters: all } }), onError: () => {} });
  prepare(bus);
  return each(
    (payload) => emit(bus, payload),
    () => bus.hub.letters.size,
  );
}

/** Each payload is of another article, whose name is a text of its own. */
function each(take: (payload: Payload) => void, count: () => number): Growth {
  let made = 0;
  return (more) => {
    for (const end = made + more; made < end; made++) {
      take({ sku: `A-${100_000 + made}`, quantity: 1, price: 19.5, gift: false });
    }
    return count();
  };
}

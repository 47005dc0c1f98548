import type * as Core from '../../packages/core/src/index.ts';

/** Does something so many times, and resolves when all that follows of it is over. */
export type Program = (times: number) => Promise<void>;

type Delivery = NonNullable<Core.SubscribeOptions['delivery']>;

const payload = { sku: 'A-1', quantity: 2, price: 199.5, gift: false };
/** Written by hand, so that what a library does is not counted. */
const schema: Core.EventDefinition['schema'] = {
  '~standard': { version: 1, vendor: 'hot-path', validate: (value) => ({ value }) },
};

/** Emits to subscribers. */
export function emitting(core: typeof Core, subscribers: number, delivery: Delivery, window?: Window): Program {
  const hub = core.createHub({ ...(window && { window }) });
  const bus = core.createBus({ source: 'cart', hub });
  const itemAdded = core.defineEvent('cart:itemAdded', { version: 1, schema, dom: window ? 'out' : 'off' });
  let handled = 0;
  for (let count = 0; count < subscribers; count++) bus.on(itemAdded, () => void handled++, { delivery });
  return async (times) => {
    handled = 0;
    for (let count = 0; count < times; count++) bus.emit(itemAdded, payload);
    while (handled < times * subscribers || hub.queue.depth > 0) await null;
  };
}

/** Subscribes and unsubscribes. */
export function subscribing(core: typeof Core): Program {
  const bus = core.createBus({ source: 'cart', hub: core.createHub() });
  const itemAdded = core.defineEvent('cart:itemAdded', { version: 1, schema, dom: 'off' });
  return async (times) => {
    for (let count = 0; count < times; count++) bus.on(itemAdded, () => {})();
  };
}

/** A window that hears nothing, since what listeners cost is not counted. */
export function emptyWindow(): Window {
  const document = Object.assign(new EventTarget(), { hidden: false });
  return Object.assign(new EventTarget(), { document }) as unknown as Window;
}

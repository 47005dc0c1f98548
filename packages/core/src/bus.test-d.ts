// Type tests: `tsc` checks them. Each form that is allowed stands beside one that is not.
import type { Observable } from 'rxjs';
import { describe, expectTypeOf, it } from 'vitest';
import * as z from 'zod';
import {
  adopt,
  type Bus,
  type BusEvent,
  type BusMetrics,
  createBus,
  createHub,
  defineEvents,
  type EventOf,
  hubEvents,
  type Readable,
  type SubscriberLag,
  type Subscription,
} from './index.ts';

const cart = defineEvents('cart', {
  itemAdded: { version: 1, schema: z.object({ sku: z.string(), quantity: z.number().default(1) }) },
  emptied: { version: 1, schema: z.object({ at: z.string().transform(Number) }) },
});
type Added = { sku: string; quantity: number };

/** Never called: what is in here is read by the compiler only. */
declare const bus: Bus;

describe('adopt', () => {
  it('takes anything, and answers an event of whatever payload, or nothing', () => {
    const message: unknown = null;
    expectTypeOf(() => adopt(bus, message)).returns.toEqualTypeOf<BusEvent | undefined>();
  });
});

describe('emit', () => {
  it('takes what goes into the schema and answers what comes out of it', () => {
    const event = () => bus.emit(cart.itemAdded, { sku: 'A-1' });
    expectTypeOf(event).returns.toEqualTypeOf<BusEvent<Added, 'cart:itemAdded'>>();
    // @ts-expect-error the payload lacks its sku
    () => bus.emit(cart.itemAdded, { quantity: 2 });
    // @ts-expect-error the quantity is a number
    () => bus.emit(cart.itemAdded, { sku: 'A-1', quantity: '2' });
    // @ts-expect-error the payload has no such field
    () => bus.emit(cart.itemAdded, { sku: 'A-1', colour: 'red' });
    // @ts-expect-error an event has a payload
    () => bus.emit(cart.itemAdded);
  });

  it('takes the input of a transform, not its output', () => {
    expectTypeOf(() => bus.emit(cart.emptied, { at: '17' }).data).returns.toEqualTypeOf<{ at: number }>();
    // @ts-expect-error the schema makes the number out of a text
    () => bus.emit(cart.emptied, { at: 17 });
  });

  it('takes any name and any payload where no names are declared', () => {
    expectTypeOf(() => bus.emit('cart:itemAdded', { sku: 'A-1' })).returns.toEqualTypeOf<BusEvent<unknown, 'cart:itemAdded'>>();
    // @ts-expect-error a name is a text
    () => bus.emit(42, { sku: 'A-1' });
  });

  it('answers an event that cannot be changed', () => {
    const event = {} as EventOf<typeof cart.itemAdded>;
    expectTypeOf(event.causationid).toEqualTypeOf<string | undefined>();
    // @ts-expect-error events are immutable
    event.source = 'somebody else';
  });

  it('takes an event, or false, for a cause', () => {
    () => bus.emit(cart.emptied, { at: '1' }, { cause: bus.emit(cart.itemAdded, { sku: 'A-1' }) });
    () => bus.emit(cart.emptied, { at: '1' }, { cause: false });
    // @ts-expect-error an id alone does not say what the chain of causes is
    () => bus.emit(cart.emptied, { at: '1' }, { cause: 'id' });
    // @ts-expect-error the source is the bus's own; an emitter cannot choose it
    () => bus.emit(cart.emptied, { at: '1' }, { source: 'checkout' });
  });
});

describe('on', () => {
  it('gives the handler the event of the contract', () => {
    () => bus.on(cart.itemAdded, (event) => expectTypeOf(event).toEqualTypeOf<BusEvent<Added, 'cart:itemAdded'>>());
    // @ts-expect-error the payload has no such field
    () => bus.on(cart.itemAdded, ({ data }) => data.colour);
    // @ts-expect-error a handler is a function
    () => bus.on(cart.itemAdded, 'log');
  });

  it('gives the handler of several contracts each of their events, told apart by type', () => {
    () =>
      bus.on([cart.itemAdded, cart.emptied], (event) => {
        if (event.type === 'cart:itemAdded') expectTypeOf(event.data).toEqualTypeOf<Added>();
        else expectTypeOf(event.data).toEqualTypeOf<{ at: number }>();
      });
    // @ts-expect-error the field is in one of the two only
    () => bus.on([cart.itemAdded, cart.emptied], ({ data }) => data.sku);
    // @ts-expect-error a list holds contracts; for names there is a pattern
    () => bus.on([cart.itemAdded, 'cart:emptied'], () => {});
  });

  it('gives the handler of a pattern unknown data', () => {
    () => bus.on('cart:*', ({ data }) => expectTypeOf(data).toEqualTypeOf<unknown>());
    // @ts-expect-error what a pattern brings has to be looked at first
    () => bus.on('cart:*', ({ data }) => data.sku);
  });

  it('gives `where` the event, too, and knows its options', () => {
    () => bus.on(cart.itemAdded, () => {}, { where: ({ data }) => data.quantity > 1, delivery: 'frame', replay: { after: 3 } });
    // @ts-expect-error the payload has no such field
    () => bus.on(cart.itemAdded, () => {}, { where: ({ data }) => data.colour === 'red' });
    // @ts-expect-error there is no such delivery
    () => bus.on(cart.itemAdded, () => {}, { delivery: 'later' });
    // @ts-expect-error there is no such option
    () => bus.on(cart.itemAdded, () => {}, { once: true });
  });

  it('gives the handler of a hub event what the hub tells', () => {
    () => bus.on(hubEvents.lagging, (event) => expectTypeOf(event).toEqualTypeOf<BusEvent<SubscriberLag, 'busbar:lagging'>>());
    () => bus.on(hubEvents.stormed, ({ data }) => expectTypeOf(data.cause).toEqualTypeOf<'rate' | 'hops'>());
    // @ts-expect-error a storm is told of sources, not of subscribers
    () => bus.on(hubEvents.stormed, ({ data }) => data.subscriber);
  });

  it('takes any policy with `execute`, such as one whose state is a number, and none without', () => {
    const execute = async (run: (context: { signal: AbortSignal }) => unknown) => run({ signal: new AbortController().signal });
    () => bus.on(cart.emptied, () => {}, { policy: { execute } });
    () => bus.on(cart.emptied, () => {}, { policy: { execute, state: 1 } });
    () => bus.on(cart.emptied, () => {}, { policy: { execute, state: 'open', watch: () => () => {} } });
    // @ts-expect-error nothing would run the handler
    () => bus.on(cart.emptied, () => {}, { policy: { state: 'open' } });
    // @ts-expect-error watching has an end
    () => bus.on(cart.emptied, () => {}, { policy: { execute, watch: () => {} } });
  });

  it('answers a stop in three shapes', () => {
    const stop = () => bus.on('**', () => {});
    expectTypeOf(stop).returns.toEqualTypeOf<Subscription>();
    expectTypeOf(stop).returns.toExtend<Disposable & { unsubscribe(): void } & (() => void)>();
    // @ts-expect-error nobody has to wait for it
    expectTypeOf(stop).returns.toExtend<AsyncDisposable>();
  });
});

describe('what else a bus answers', () => {
  it('is of the contract, too', () => {
    expectTypeOf(() => bus.once(cart.itemAdded)).returns.resolves.toEqualTypeOf<BusEvent<Added, 'cart:itemAdded'>>();
    expectTypeOf(() => bus.latest(cart.itemAdded)).returns.toEqualTypeOf<Readable<Added | undefined>>();
    expectTypeOf(() => bus.latest('cart:itemAdded')).returns.toEqualTypeOf<Readable<unknown>>();
    expectTypeOf(() => bus.events$(cart.itemAdded)).returns.toEqualTypeOf<Observable<BusEvent<Added, 'cart:itemAdded'>>>();
    expectTypeOf(() => bus.metrics$(100)).returns.toEqualTypeOf<Observable<BusMetrics>>();
    // @ts-expect-error before the first event there is nothing
    expectTypeOf(() => bus.latest(cart.itemAdded)).returns.toEqualTypeOf<Readable<Added>>();
    // @ts-expect-error one waits for a contract: a pattern would say nothing of the payload
    () => bus.once('cart:*');
  });
});

describe('createBus', () => {
  it('takes contracts one by one or by the domain', () => {
    () => createBus({ source: 'cart', hub: createHub(), contracts: [cart, cart.itemAdded] });
    // @ts-expect-error a name is no contract
    () => createBus({ source: 'cart', contracts: ['cart:itemAdded'] });
    // @ts-expect-error everybody on the bus has a name
    () => createBus({ hub: createHub() });
  });

  it('makes scopes of the same surface', () => {
    expectTypeOf(() => bus.scope({ publish: ['cart:*'] })).returns.toEqualTypeOf<Bus>();
    // @ts-expect-error a scope stays on the hub of its parent
    () => bus.scope({ hub: createHub() });
  });
});

import { describe, expect, it, vi } from 'vitest';
import * as z from 'zod';
import { type Bus, createBus, defineEvents, type Subscription } from '../index.ts';
import { nextTask } from '../next-task.test.fixture.ts';
import { createPatientHub } from '../patient-hub.test.fixture.ts';

const cart = defineEvents('cart', {
  itemAdded: { version: 1, schema: z.number() },
  itemRemoved: { version: 1, schema: z.string() },
  emptied: { version: 1, schema: z.boolean() },
});
const checkout = defineEvents('checkout', { started: { version: 1, schema: z.number() } });

function newBus(): Bus {
  return createBus({ source: 'test', hub: createPatientHub() });
}

describe('a subscription', () => {
  const ways: { way: string; end(subscription: Subscription): void }[] = [
    { way: 'calling it', end: (subscription) => subscription() },
    { way: 'unsubscribe()', end: (subscription) => subscription.unsubscribe() },
    { way: 'unsubscribe() taken off it', end: ({ unsubscribe }) => unsubscribe() },
    {
      way: 'the end of a block that is `using` it',
      end(subscription) {
        using _ended = subscription;
      },
    },
  ];

  it.each(ways)('ends by $way', async ({ end }) => {
    const bus = newBus();
    const seen: number[] = [];
    const subscription = bus.on(cart.itemAdded, ({ data }) => seen.push(data));
    bus.emit(cart.itemAdded, 1);
    await nextTask();
    end(subscription);
    bus.emit(cart.itemAdded, 2);
    await nextTask();
    expect(seen).toEqual([1]);
    expect(bus.metrics().subscriptions).toEqual([]);
  });

  it.each(ways)('may be ended twice, by $way', ({ end }) => {
    const bus = newBus();
    const subscription = bus.on(cart.itemAdded, () => {});
    bus.on(cart.itemAdded, () => {});
    end(subscription);
    end(subscription);
    expect(bus.metrics().subscriptions).toHaveLength(1);
  });

  it('ends before an event that was emitted and not yet delivered', async () => {
    const bus = newBus();
    const seen: number[] = [];
    const stop = bus.on(cart.itemAdded, ({ data }) => seen.push(data));
    bus.emit(cart.itemAdded, 1);
    stop();
    await nextTask();
    expect(seen).toEqual([]);
    expect(bus.deadLetters.list()).toEqual([]);
  });

  it('ends by itself alone: the same handler subscribed twice is called once afterwards', async () => {
    const bus = newBus();
    const handler = vi.fn();
    const stop = bus.on(cart.itemAdded, handler);
    bus.on(cart.itemAdded, handler);
    stop();
    bus.emit(cart.itemAdded, 1);
    await nextTask();
    expect(handler).toHaveBeenCalledTimes(1);
  });
});

describe('the option `signal`', () => {
  it('ends the subscription when it aborts', async () => {
    const bus = newBus();
    const controller = new AbortController();
    const seen: number[] = [];
    bus.on(cart.itemAdded, ({ data }) => seen.push(data), { signal: controller.signal });
    bus.emit(cart.itemAdded, 1);
    await nextTask();
    controller.abort();
    bus.emit(cart.itemAdded, 2);
    await nextTask();
    expect(seen).toEqual([1]);
    expect(bus.metrics().subscriptions).toEqual([]);
  });

  it('that is aborted already makes a subscription that has ended', async () => {
    const bus = newBus();
    const handler = vi.fn();
    const stop = bus.on(cart.itemAdded, handler, { signal: AbortSignal.abort() });
    bus.emit(cart.itemAdded, 1);
    await nextTask();
    stop();
    stop.unsubscribe();
    expect(handler).not.toHaveBeenCalled();
    expect(bus.metrics().subscriptions).toEqual([]);
  });

  it('of another realm or library will do, if it looks like one', () => {
    const bus = newBus();
    const target = new EventTarget();
    const signal = Object.assign(target, { aborted: false, reason: undefined }) as unknown as AbortSignal;
    bus.on(cart.itemAdded, () => {}, { signal });
    target.dispatchEvent(new Event('abort'));
    expect(bus.metrics().subscriptions).toEqual([]);
  });
});

describe('a list of contracts', () => {
  it('is heard by one handler, in the order of emitting', async () => {
    const bus = newBus();
    const seen: unknown[] = [];
    bus.on([cart.itemAdded, cart.itemRemoved], ({ type, data }) => seen.push([type, data]));
    bus.emit(cart.itemRemoved, 'a');
    bus.emit(cart.emptied, true);
    bus.emit(cart.itemAdded, 1);
    await nextTask();
    expect(seen).toEqual([
      ['cart:itemRemoved', 'a'],
      ['cart:itemAdded', 1],
    ]);
  });

  it('is one subscription, ended as one', () => {
    const bus = newBus();
    const stop = bus.on([cart.itemAdded, cart.itemRemoved], () => {});
    expect(bus.metrics().subscriptions).toMatchObject([{ target: 'cart:itemAdded, cart:itemRemoved' }]);
    stop();
    expect(bus.metrics().subscriptions).toEqual([]);
  });

  it('that names an event twice delivers it once', async () => {
    const bus = newBus();
    const newer = defineEvents('cart', { itemAdded: { version: 2, schema: z.number() } });
    const seen: number[] = [];
    bus.on([cart.itemAdded, cart.itemAdded, newer.itemAdded], ({ data }) => seen.push(data));
    bus.emit(cart.itemAdded, 1);
    await nextTask();
    expect(seen).toEqual([1]);
  });

  it('that names a retained event twice replays it once', async () => {
    const bus = newBus();
    const { changed } = defineEvents('cart', { changed: { version: 1, schema: z.number(), retain: 'latest' } });
    bus.emit(changed, 1);
    const seen: number[] = [];
    bus.on([changed, changed], ({ data }) => seen.push(data));
    await nextTask();
    expect(seen).toEqual([1]);
  });

  it('keeps an asynchronous handler in the order of all of them', async () => {
    const bus = newBus();
    const order: unknown[] = [];
    bus.on([cart.itemAdded, cart.itemRemoved], async ({ data }) => {
      order.push(`begin ${data}`);
      await nextTask();
      order.push(`end ${data}`);
    });
    bus.emit(cart.itemAdded, 1);
    bus.emit(cart.itemRemoved, 'a');
    await vi.waitFor(() => expect(order).toEqual(['begin 1', 'end 1', 'begin a', 'end a']));
  });
});

describe('a name', () => {
  it('hears the events of its contract', async () => {
    const bus = newBus();
    const seen: unknown[] = [];
    bus.on('cart:itemAdded', ({ data }) => seen.push(data));
    bus.emit(cart.itemAdded, 1);
    bus.emit(cart.itemRemoved, 'a');
    await nextTask();
    expect(seen).toEqual([1]);
  });

  it('is given what the newest contract of its own bus understands', async () => {
    const newer = defineEvents('cart', { itemAdded: { version: 2, schema: z.string(), upcast: { 1: String } } });
    const hub = createPatientHub();
    const bus = createBus({ source: 'test', hub, contracts: [cart, newer] });
    const seen: unknown[] = [];
    bus.on('cart:itemAdded', ({ data, dataversion }) => seen.push([data, dataversion]));
    createBus({ source: 'old', hub }).emit(cart.itemAdded, 1);
    await nextTask();
    expect(seen).toEqual([['1', 2]]);
  });
});

describe('a pattern', () => {
  const cases: [pattern: string, heard: string[]][] = [
    ['cart:*', ['cart:itemAdded', 'cart:itemRemoved', 'cart:emptied']],
    ['*:started', ['checkout:started']],
    ['*:*', ['cart:itemAdded', 'cart:itemRemoved', 'cart:emptied', 'checkout:started']],
    ['**', ['cart:itemAdded', 'cart:itemRemoved', 'cart:emptied', 'checkout:started']],
    ['cart:**', ['cart:itemAdded', 'cart:itemRemoved', 'cart:emptied']],
    ['profile:*', []],
    ['cart:*:*', []],
  ];

  it.each(cases)('%s hears %j', async (pattern, heard) => {
    const bus = newBus();
    const seen: string[] = [];
    bus.on(pattern, ({ type }) => seen.push(type));
    bus.emit(cart.itemAdded, 1);
    bus.emit(cart.itemRemoved, 'a');
    bus.emit(cart.emptied, true);
    bus.emit(checkout.started, 1);
    await nextTask();
    expect(seen).toEqual(heard);
  });

  it('hears contracts that are defined later, by whomever', async () => {
    const bus = newBus();
    const seen: unknown[] = [];
    bus.on('late:**', ({ type, data }) => seen.push([type, data]));
    const late = defineEvents('late', { defined: { version: 1, schema: z.number() } });
    createBus({ source: 'other', hub: bus.hub }).emit(late.defined, 1);
    await nextTask();
    expect(seen).toEqual([['late:defined', 1]]);
  });

  it('that was ended hears no contract that is defined later', async () => {
    const bus = newBus();
    const handler = vi.fn();
    bus.on('late:*', handler)();
    bus.emit(defineEvents('late', { defined: { version: 1, schema: z.number() } }).defined, 1);
    await nextTask();
    expect(handler).not.toHaveBeenCalled();
  });
});

import { type BusEvent, createBus, createHub, defineEvents, type Hub, hubEvents } from '@busbar/core';
import { describe, expect, it, vi } from 'vitest';
import * as z from 'zod';
import { recordHub } from './record-hub.ts';
import type { Recorded, RecordedLetter } from './recorded.ts';

const cart = defineEvents('cart', {
  itemAdded: { version: 1, schema: z.number() },
  changed: { version: 1, schema: z.number(), retain: 'latest' },
});

/** A bus, and what is recorded of its hub. */
function recorded(hub: Hub = createHub()) {
  const told: Recorded[] = [];
  const start = (): void => recordHub(hub, (one) => told.push(one));
  const bus = createBus({ source: 'cart', hub, onError: () => {} });
  const events = (): BusEvent[] => told.flatMap((one) => ('event' in one ? [one.event] : []));
  const letters = (): RecordedLetter[] => told.flatMap((one) => ('letter' in one ? [one.letter] : []));
  return { bus, start, told, events, letters };
}

describe('recordHub', () => {
  it('sees each event while it is emitted, of topics that are there and of those to come', () => {
    const { bus, start, events } = recorded();
    bus.on(cart.changed, () => {});
    start();
    const emitted = [bus.emit(cart.changed, 1), bus.emit(cart.itemAdded, 2)];
    expect(events()).toEqual(emitted);
  });

  it('begins with the hub, with what it retains in the order of emitting, and with its dead letters', () => {
    const { bus, start, told } = recorded();
    const event = bus.emit(cart.changed, 1);
    expect(() => bus.emit(cart.itemAdded, 'two' as never)).toThrow();
    start();
    expect(told).toMatchObject([
      { hub: { protocol: 1 } },
      { event },
      { letter: { reason: 'invalid', event: { data: 'two' }, error: { name: 'BusError', code: 'invalid-payload' } } },
    ]);
  });

  it('leaves to the page what it counts, lists and keeps', () => {
    const { bus, start } = recorded();
    start();
    bus.emit(cart.itemAdded, 1);
    const latest = bus.latest(cart.itemAdded);
    expect(latest.get()).toBeUndefined();
    bus.emit(cart.itemAdded, 2);
    expect(latest.get()).toBe(2);
    expect(bus.metrics()).toMatchObject({ emitted: 2, unheard: 2, subscriptions: [] });
    expect(bus.contracts()).toMatchObject([{ listeners: [], emitters: ['cart'] }]);
  });

  it('sees letters with the error of whom failed', async () => {
    const { bus, start, letters } = recorded();
    start();
    bus.on(cart.itemAdded, () => Promise.reject(new RangeError('too many')));
    bus.emit(cart.itemAdded, 1);
    await expect
      .poll(letters)
      .toMatchObject([
        { reason: 'failed', error: { code: 'handler-failed', cause: { name: 'RangeError', message: 'too many' } } },
      ]);
  });

  it('sees what the hub itself tells, once, where somebody listens', async () => {
    const { bus, start, events } = recorded();
    start();
    bus.on(hubEvents.stormed, () => {});
    bus.on(hubEvents.stormed, () => {}, { delivery: 'sync' });
    bus.on(cart.itemAdded, ({ data }) => void bus.emit(cart.itemAdded, data), { delivery: 'sync' });
    vi.spyOn(console, 'warn').mockImplementation(() => {});
    bus.emit(cart.itemAdded, 1);
    expect(events().filter(({ source }) => source === 'busbar')).toMatchObject([
      { type: 'busbar:stormed', data: { cause: 'hops' } },
    ]);
  });

  it('tells of a hub of another protocol, and touches nothing of it', () => {
    const hub: Hub = { ...createHub(), protocol: 2 };
    const told: Recorded[] = [];
    recordHub(hub, (one) => told.push(one));
    expect(told).toEqual([{ hub: { version: hub.version, protocol: 2 } }]);
    expect([hub.letterObservers.size, Object.hasOwn(hub.topics, 'set')]).toEqual([0, false]);
  });
});

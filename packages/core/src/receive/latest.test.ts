import { afterEach, describe, expect, it, vi } from 'vitest';
import * as z from 'zod';
import { type Bus, type BusError, createBus, defineEvent, defineEvents } from '../index.ts';
import { nextTask } from '../next-task.test.fixture.ts';
import { createPatientHub } from '../patient-hub.test.fixture.ts';

const cart = defineEvents('cart', {
  changed: { version: 1, schema: z.object({ count: z.number() }), retain: 'latest' },
  counted: { version: 1, schema: z.number() },
});

afterEach(() => void vi.useRealTimers());

function newBus(): { bus: Bus; errors: BusError[] } {
  const errors: BusError[] = [];
  return { bus: createBus({ source: 'cart', hub: createPatientHub(), onError: (error) => errors.push(error) }), errors };
}

describe('latest().get', () => {
  it('is undefined before the first event', () => {
    expect(newBus().bus.latest(cart.changed).get()).toBeUndefined();
  });

  it('is the newest payload, as soon as `emit` has returned', () => {
    const { bus } = newBus();
    const { get } = bus.latest(cart.changed);
    bus.emit(cart.changed, { count: 1 });
    expect(get()).toEqual({ count: 1 });
    bus.emit(cart.changed, { count: 2 });
    expect(get()).toEqual({ count: 2 });
  });

  it('is what was emitted before anybody asked, where the contract retains', () => {
    const { bus } = newBus();
    bus.emit(cart.changed, { count: 1 });
    expect(bus.latest(cart.changed).get()).toEqual({ count: 1 });
  });

  it('is kept from the first `latest` on, where the contract retains nothing', () => {
    const { bus } = newBus();
    bus.emit(cart.counted, 1);
    const { get } = bus.latest(cart.counted);
    expect(get()).toBeUndefined();
    bus.emit(cart.counted, 2);
    expect(get()).toBe(2);
    expect(bus.latest(cart.counted).get()).toBe(2);
  });

  it('is the same reference until the next event, for all who ask', () => {
    const { bus } = newBus();
    bus.emit(cart.changed, { count: 1 });
    const [one, two] = [bus.latest(cart.changed), bus.scope().latest(cart.changed)];
    expect(one.get()).toBe(one.get());
    expect(two.get()).toBe(one.get());
  });

  it('cannot be changed', () => {
    const { bus } = newBus();
    bus.emit(cart.changed, { count: 1 });
    expect(Object.isFrozen(bus.latest(cart.changed).get())).toBe(true);
  });

  it('is unchanged by what was refused', () => {
    const { bus } = newBus();
    bus.emit(cart.changed, { count: 1 });
    expect(() => bus.emit(cart.changed, { count: 'two' } as never)).toThrow();
    expect(bus.latest(cart.changed).get()).toEqual({ count: 1 });
  });

  it('is undefined once the event has expired', () => {
    vi.useFakeTimers();
    const { bus } = newBus();
    const { get } = bus.latest(cart.changed);
    bus.emit(cart.changed, { count: 1 }, { ttl: 1_000 });
    expect(get()).toEqual({ count: 1 });
    vi.advanceTimersByTime(1_000);
    expect(get()).toBeUndefined();
  });
});

describe('latest() of a name', () => {
  it('stands for the contract that is known by the name', async () => {
    const { bus } = newBus();
    bus.emit(cart.changed, { count: 1 });
    const { get, subscribe } = bus.latest('cart:changed');
    expect(get()).toEqual({ count: 1 });
    const seen: unknown[] = [];
    subscribe((value) => seen.push(value));
    bus.emit(cart.changed, { count: 2 });
    await nextTask();
    expect(seen).toEqual([{ count: 2 }]);
  });

  it.each(['cart:emptied', 'cart:*'])('throws for %s, which no contract stands behind', (name) => {
    expect(() => newBus().bus.latest(name)).toThrow(expect.objectContaining({ name: 'BusError' }));
  });
});

describe('latest() of another version', () => {
  const Renamed = z.object({ items: z.number() });
  const version = (number: number, upcast: (data: { count: number }) => unknown) =>
    defineEvent('cart:changed', { version: number, schema: Renamed, retain: 'latest', upcast: { 1: upcast } });

  it('is cast, once per event, so that the reference stays', () => {
    const { bus } = newBus();
    const upcast = vi.fn(({ count }: { count: number }) => ({ items: count }));
    bus.emit(cart.changed, { count: 1 });
    const { get } = bus.latest(version(2, upcast));
    expect(get()).toEqual({ items: 1 });
    expect(get()).toBe(get());
    expect(upcast).toHaveBeenCalledTimes(1);
  });

  it('is undefined where the cast fails, which is reported once and not thrown', () => {
    const { bus, errors } = newBus();
    const { get } = bus.latest(
      version(2, () => {
        throw new Error('no');
      }),
    );
    bus.emit(cart.changed, { count: 1 });
    expect([get(), get()]).toEqual([undefined, undefined]);
    expect(errors).toMatchObject([{ code: 'cast-failed', details: { type: 'cart:changed', from: 1, to: 2 } }]);
  });
});

describe('latest().subscribe', () => {
  it('calls a function after each change, in the microtask after, not at once', async () => {
    const { bus } = newBus();
    const seen: unknown[] = [];
    bus.emit(cart.changed, { count: 1 });
    bus.latest(cart.changed).subscribe((value) => seen.push(value));
    await nextTask();
    expect(seen).toEqual([]);
    bus.emit(cart.changed, { count: 2 });
    expect(seen).toEqual([]);
    await nextTask();
    expect(seen).toEqual([{ count: 2 }]);
  });

  it('calls `next` of an observer object, as itself', async () => {
    const { bus } = newBus();
    const observer = {
      seen: [] as unknown[],
      next(value: unknown) {
        this.seen.push(value);
      },
    };
    bus.latest(cart.changed).subscribe(observer);
    bus.emit(cart.changed, { count: 1 });
    await nextTask();
    expect(observer.seen).toEqual([{ count: 1 }]);
  });

  it('takes an observer that wants nothing', async () => {
    const { bus } = newBus();
    bus.latest(cart.changed).subscribe({});
    bus.emit(cart.changed, { count: 1 });
    await nextTask();
    expect(bus.deadLetters.list()).toEqual([]);
  });

  it('shows what `get` shows, so that no observer is behind it', async () => {
    const { bus } = newBus();
    const latest = bus.latest(cart.counted);
    const seen: unknown[] = [];
    latest.subscribe((value) => seen.push([value, latest.get()]));
    for (const count of [1, 2, 3]) bus.emit(cart.counted, count);
    await nextTask();
    for (const [value, current] of seen as [unknown, unknown][]) expect(value).toBe(current);
    expect(seen.at(-1)).toEqual([3, 3]);
  });

  it.each(['stop()', 'unsubscribe()', 'dispose'])('ends by %s', async (how) => {
    const { bus } = newBus();
    const seen: unknown[] = [];
    const stop = bus.latest(cart.counted).subscribe((value) => seen.push(value));
    if (how === 'stop()') stop();
    else if (how === 'unsubscribe()') stop.unsubscribe();
    else bus.dispose();
    createBus({ source: 'other', hub: bus.hub }).emit(cart.counted, 1);
    await nextTask();
    expect(seen).toEqual([]);
  });

  it('leaves an observer that throws to itself', async () => {
    const { bus, errors } = newBus();
    const seen: unknown[] = [];
    const latest = bus.latest(cart.counted);
    latest.subscribe(() => {
      throw new Error('no');
    });
    latest.subscribe((value) => seen.push(value));
    bus.emit(cart.counted, 1);
    await nextTask();
    expect(seen).toEqual([1]);
    expect(errors).toMatchObject([{ code: 'handler-failed' }]);
  });
});

import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { type Bus, createBus, defineEvents } from '../index.ts';
import { nextTask } from '../next-task.test.fixture.ts';
import { createPatientHub } from '../patient-hub.test.fixture.ts';

const cart = defineEvents('cart', {
  itemAdded: { version: 1, schema: z.number() },
  itemRemoved: { version: 1, schema: z.number() },
  changed: { version: 1, schema: z.number(), retain: 'latest' },
});
const contracts = [cart.itemAdded, cart.itemRemoved, cart.changed];

function newBus(): Bus {
  return createBus({ source: 'cart', hub: createPatientHub() });
}

describe('Promise 4: emitting never runs a consumer', () => {
  it('gives an event to its handlers after the emitting call has returned', async () => {
    const bus = newBus();
    const seen: number[] = [];
    bus.on(cart.itemAdded, ({ data }) => seen.push(data));
    bus.emit(cart.itemAdded, 1);
    expect(seen).toEqual([]);
    await nextTask();
    expect(seen).toEqual([1]);
  });

  it('gives an event to its handlers before the next timer and the next task', async () => {
    const bus = newBus();
    const order: string[] = [];
    const task = nextTask().then(() => order.push('task'));
    const timer = new Promise((resolve) => setTimeout(resolve)).then(() => order.push('timer'));
    bus.on(cart.itemAdded, () => order.push('handler'));
    bus.emit(cart.itemAdded, 1);
    order.push('emit returned');
    await Promise.all([task, timer]);
    expect(order.slice(0, 2)).toEqual(['emit returned', 'handler']);
  });

  it('runs the handlers of one event in the order in which they subscribed', async () => {
    const bus = newBus();
    const order: string[] = [];
    bus.on(cart.itemAdded, () => order.push('first'));
    bus.on('cart:*', () => order.push('second'));
    bus.on([cart.itemAdded, cart.itemRemoved], () => order.push('third'));
    bus.emit(cart.itemAdded, 1);
    await nextTask();
    expect(order).toEqual(['first', 'second', 'third']);
  });
});

describe('the order of the whole hub', () => {
  it('is that of emitting, across buses, scopes and event types, for every subscriber', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.tuple(fc.nat(2), fc.nat(2)), { maxLength: 40 }), async (emits) => {
        const hub = createPatientHub();
        const buses = ['one', 'two'].map((source) => createBus({ source, hub }));
        buses.push(buses[0]!.scope({ source: 'three' }));
        const seen = buses.map((bus) => {
          const sequences: number[] = [];
          bus.on('cart:*', ({ sequence }) => sequences.push(sequence));
          return sequences;
        });
        const emitted = emits.map(([bus, contract], index) => buses[bus]!.emit(contracts[contract]!, index).sequence);
        await nextTask();
        for (const sequences of seen) expect(sequences).toEqual(emitted);
      }),
      { numRuns: 50 },
    );
  });

  it('puts what a handler emits after everything that was emitted before', async () => {
    const bus = newBus();
    const seen: unknown[] = [];
    bus.on(cart.itemAdded, ({ data }) => void bus.emit(cart.changed, data * 10));
    bus.on('cart:*', ({ data }) => seen.push(data));
    bus.emit(cart.itemAdded, 1);
    bus.emit(cart.itemAdded, 2);
    await nextTask();
    expect(seen).toEqual([1, 2, 10, 20]);
  });

  it('shows nobody an effect before its cause', async () => {
    const hub = createPatientHub();
    const [one, two] = [createBus({ source: 'one', hub }), createBus({ source: 'two', hub })];
    const seen: string[] = [];
    one.on(cart.itemAdded, () => void one.emit(cart.changed, 1));
    two.on(cart.changed, ({ type }) => seen.push(type));
    two.on(cart.itemAdded, ({ type }) => seen.push(type));
    two.emit(cart.itemAdded, 1);
    await nextTask();
    expect(seen).toEqual(['cart:itemAdded', 'cart:changed']);
  });

  it('shows nobody an effect before its cause, though the effect was emitted by a synchronous handler', async () => {
    const bus = newBus();
    const seen: string[] = [];
    bus.on(cart.itemAdded, () => void bus.emit(cart.changed, 1), { delivery: 'sync' });
    bus.on('cart:*', ({ type }) => seen.push(type));
    bus.emit(cart.itemAdded, 1);
    await nextTask();
    expect(seen).toEqual(['cart:itemAdded', 'cart:changed']);
  });

  it('holds for a chain of 20,000 handlers that each emit the next event', async () => {
    const bus = newBus();
    const length = 20_000;
    let last = 0;
    const done = new Promise<void>((resolve) => {
      bus.on(cart.itemAdded, ({ data }) => {
        expect(data).toBe(++last);
        if (data < length) bus.emit(cart.itemAdded, data + 1, { cause: false });
        else resolve();
      });
    });
    bus.emit(cart.itemAdded, 1);
    await done;
    expect(last).toBe(length);
  });
});

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

describe('a handler that calls back into the bus', () => {
  it('makes its event the cause of what it emits', async () => {
    const bus = newBus();
    const effects: (string | undefined)[] = [];
    bus.on(cart.itemAdded, ({ data }) => void bus.emit(cart.changed, data));
    bus.on(cart.changed, ({ causationid }) => effects.push(causationid));
    const cause = bus.emit(cart.itemAdded, 1);
    await nextTask();
    expect(effects).toEqual([cause.id]);
  });

  it('is a cause only while it runs, and the innermost handler is the one', async () => {
    const bus = newBus();
    const causes = new Map<number, string | undefined>();
    bus.on(cart.itemRemoved, ({ data, causationid }) => causes.set(data, causationid));
    bus.on(cart.changed, () => void bus.emit(cart.itemRemoved, 2), { delivery: 'sync' });
    let inner: string | undefined;
    bus.on(cart.itemAdded, () => {
      bus.emit(cart.itemRemoved, 1);
      inner = bus.emit(cart.changed, 0).id;
      bus.emit(cart.itemRemoved, 3);
    });
    const outer = bus.emit(cart.itemAdded, 0);
    await nextTask();
    bus.emit(cart.itemRemoved, 4);
    await nextTask();
    expect([...causes]).toEqual([
      [1, outer.id],
      [2, inner],
      [3, outer.id],
      [4, undefined],
    ]);
  });

  it('subscribes for later events, not for the one under way', async () => {
    const bus = newBus();
    const seen: number[] = [];
    const stop = bus.on(cart.itemAdded, () => {
      stop();
      bus.on(cart.itemAdded, ({ data }) => seen.push(data));
    });
    bus.emit(cart.itemAdded, 1);
    await nextTask();
    bus.emit(cart.itemAdded, 2);
    await nextTask();
    expect(seen).toEqual([2]);
  });

  it('does not hear by a new subscription what was emitted before it and is not delivered yet', async () => {
    const bus = newBus();
    const seen: number[] = [];
    const stop = bus.on(cart.itemAdded, () => {
      stop();
      bus.on(cart.itemAdded, ({ data }) => seen.push(data));
    });
    bus.emit(cart.itemAdded, 1);
    bus.emit(cart.itemAdded, 2);
    await nextTask();
    expect(seen).toEqual([]);
  });

  it('subscribes and is given the retained event under way once, as a replay', async () => {
    const bus = newBus();
    const seen: unknown[] = [];
    const stop = bus.on(cart.changed, () => {
      stop();
      bus.on(cart.changed, ({ data, replayed }) => seen.push([data, replayed]));
    });
    bus.emit(cart.changed, 1);
    await nextTask();
    expect(seen).toEqual([[1, true]]);
  });

  it('ends its own subscription and hears no more', async () => {
    const bus = newBus();
    const seen: number[] = [];
    const stop = bus.on(cart.itemAdded, ({ data }) => {
      seen.push(data);
      stop();
    });
    bus.emit(cart.itemAdded, 1);
    bus.emit(cart.itemAdded, 2);
    await nextTask();
    expect(seen).toEqual([1]);
  });

  it("ends somebody else's subscription, which does not hear the event under way any more", async () => {
    const bus = newBus();
    const seen: string[] = [];
    bus.on(cart.itemAdded, () => stop());
    const stop = bus.on(cart.itemAdded, () => seen.push('ended'));
    bus.on(cart.itemAdded, () => seen.push('after it'));
    bus.emit(cart.itemAdded, 1);
    await nextTask();
    expect(seen).toEqual(['after it']);
  });

  it('disposes its own scope, which hears no more; others hear the event under way', async () => {
    const bus = newBus();
    const scope = bus.scope({ source: 'profile' });
    const seen: string[] = [];
    scope.on(cart.itemAdded, () => scope.dispose());
    scope.on(cart.itemAdded, () => seen.push('scope'));
    bus.on(cart.itemAdded, () => seen.push('bus'));
    bus.emit(cart.itemAdded, 1);
    bus.emit(cart.itemAdded, 2);
    await nextTask();
    expect(seen).toEqual(['bus', 'bus']);
  });

  it('disposes its own scope in `where`, and the handler is not called', async () => {
    const bus = newBus();
    const scope = bus.scope();
    const seen: string[] = [];
    scope.on(cart.itemAdded, () => seen.push('scope'), {
      where: () => {
        scope.dispose();
        return true;
      },
    });
    bus.on(cart.itemAdded, () => seen.push('bus'));
    bus.emit(cart.itemAdded, 1);
    await nextTask();
    expect(seen).toEqual(['bus']);
  });

  it('disposes its own scope in a `where` that then throws, and nothing is left of it', async () => {
    const bus = newBus();
    const scope = bus.scope();
    const where = (): never => {
      scope.dispose();
      throw new Error('no');
    };
    scope.on(cart.itemAdded, () => {}, { where });
    bus.emit(cart.itemAdded, 1);
    await nextTask();
    expect(bus.deadLetters.list()).toEqual([]);
  });

  it('emits after it disposed its own scope and is told so, as a failure of the handler', async () => {
    const errors: unknown[] = [];
    const bus = createBus({ source: 'cart', hub: createPatientHub(), onError: ({ cause }) => errors.push(cause) });
    const scope = bus.scope();
    scope.on(cart.itemAdded, () => {
      scope.dispose();
      scope.emit(cart.changed, 1);
    });
    bus.emit(cart.itemAdded, 1);
    await nextTask();
    expect(errors).toMatchObject([{ code: 'disposed', details: { action: 'emit' } }]);
  });
});

describe('`where`', () => {
  it('declines events without a dead letter', async () => {
    const bus = newBus();
    const seen: number[] = [];
    bus.on(cart.itemAdded, ({ data }) => seen.push(data), { where: ({ data }) => data > 1 });
    bus.emit(cart.itemAdded, 1);
    bus.emit(cart.itemAdded, 2);
    await nextTask();
    expect(seen).toEqual([2]);
    expect(bus.deadLetters.list()).toEqual([]);
  });

  it.each([
    [
      'throws',
      () => {
        throw new Error('no');
      },
      'callback-failed',
    ],
    ['answers with a promise', (async () => true) as never, 'async-callback'],
    [
      'answers with a promise that rejects',
      (async () => {
        throw new Error('no');
      }) as never,
      'async-callback',
    ],
  ])('that %s makes a dead letter of the event for its own subscription only', async (_how, where: () => boolean, code) => {
    const errors: unknown[] = [];
    const bus = createBus({ source: 'cart', hub: createPatientHub(), onError: (error) => errors.push(error) });
    const seen: string[] = [];
    bus.on(cart.itemAdded, () => seen.push('broken'), { where });
    bus.on(cart.itemAdded, () => seen.push('whole'));
    bus.emit(cart.itemAdded, 1);
    await nextTask();
    expect(seen).toEqual(['whole']);
    expect(errors).toMatchObject([{ code, details: { callback: 'where', type: 'cart:itemAdded', source: 'cart' } }]);
    expect(bus.deadLetters.list()).toMatchObject([{ reason: 'failed', error: { code } }]);
  });
});

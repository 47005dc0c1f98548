import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { type Bus, type BusEvent, createBus, defineEvents, type SubscribeOptions } from '../index.ts';
import { nextTask } from '../next-task.test.fixture.ts';
import { createPatientHub } from '../patient-hub.test.fixture.ts';

const Line = z.object({ sku: z.string(), price: z.number() });
const test = defineEvents('test', {
  forgotten: { version: 1, schema: z.number() },
  latest: { version: 1, schema: z.number(), retain: 'latest' },
  lastThree: { version: 1, schema: z.number(), retain: 3 },
  priced: { version: 1, schema: Line, retain: { last: 2, by: ({ sku }) => sku } },
});

function newBus(): Bus {
  return createBus({ source: 'test', hub: createPatientHub() });
}

/** Emits 1, 2, 3, 4, subscribes, and answers what comes. */
async function given(contract: typeof test.lastThree, options?: SubscribeOptions): Promise<number[]> {
  const bus = newBus();
  for (const data of [1, 2, 3, 4]) bus.emit(contract, data);
  await nextTask();
  const seen: number[] = [];
  bus.on(contract, ({ data }) => seen.push(data), options as object);
  await nextTask();
  return seen;
}

describe('Promise 5: late is fine', () => {
  it('a contract that retains the latest gives a late subscriber the last event', async () => {
    expect(await given(test.latest as never)).toEqual([4]);
  });

  it('a contract that retains a number gives a late subscriber the last n, oldest first', async () => {
    expect(await given(test.lastThree)).toEqual([2, 3, 4]);
  });

  it('a contract that retains nothing gives a late subscriber nothing', async () => {
    expect(await given(test.forgotten as never)).toEqual([]);
  });

  it('a contract that retains by key gives a late subscriber the last of each key, in the order of emitting', async () => {
    const bus = newBus();
    const prices: [string, number][] = [
      ['a', 1],
      ['b', 1],
      ['a', 2],
      ['c', 1],
      ['a', 3],
    ];
    for (const [sku, price] of prices) bus.emit(test.priced, { sku, price });
    const seen: string[] = [];
    bus.on(test.priced, ({ data: { sku, price } }) => seen.push(`${sku}${price}`));
    await nextTask();
    expect(seen).toEqual(['b1', 'a2', 'c1', 'a3']);
  });

  it('whoever mounts whenever has seen the newest of each key', async () => {
    const events = fc.array(fc.record({ sku: fc.constantFrom('a', 'b', 'c'), price: fc.nat() }), { maxLength: 20 });
    await fc.assert(
      fc.asyncProperty(events, fc.nat(20), async (emitted, mount) => {
        const bus = newBus();
        const known = new Map<string, number>();
        const subscribe = (): unknown => bus.on(test.priced, ({ data: { sku, price } }) => known.set(sku, price));
        emitted.forEach((event, index) => {
          if (index === mount) subscribe();
          bus.emit(test.priced, event);
        });
        if (mount >= emitted.length) subscribe();
        await nextTask();
        expect(Object.fromEntries(known)).toEqual(Object.fromEntries(emitted.map(({ sku, price }) => [sku, price])));
      }),
      { numRuns: 60 },
    );
  });
});

describe('a replayed event', () => {
  it('is the event that was emitted, marked as replayed, and immutable', async () => {
    const bus = newBus();
    const emitted = bus.emit(test.latest, 1, { subject: 'one' });
    const seen: BusEvent[] = [];
    bus.on(test.latest, (event) => seen.push(event));
    await nextTask();
    expect(seen).toEqual([{ ...emitted, replayed: true }]);
    expect(Object.isFrozen(seen[0])).toBe(true);
  });

  it('comes after `on` has returned', async () => {
    const bus = newBus();
    bus.emit(test.latest, 1);
    const seen: number[] = [];
    bus.on(test.latest, ({ data }) => seen.push(data));
    expect(seen).toEqual([]);
    await nextTask();
    expect(seen).toEqual([1]);
  });

  it('comes before everything that is emitted after the subscription was made', async () => {
    const bus = newBus();
    bus.emit(test.latest, 1);
    await nextTask();
    const seen: unknown[] = [];
    bus.on(test.latest, ({ data, replayed }) => seen.push([data, replayed]));
    bus.emit(test.latest, 2);
    await nextTask();
    expect(seen).toEqual([
      [1, true],
      [2, undefined],
    ]);
  });

  it('is not marked for those who heard it when it was emitted', async () => {
    const bus = newBus();
    const seen: unknown[] = [];
    bus.on(test.latest, ({ replayed }) => seen.push(replayed));
    bus.emit(test.latest, 1);
    bus.on(test.latest, () => {});
    await nextTask();
    expect(seen).toEqual([undefined]);
  });

  it('is not given to a subscription that has ended meanwhile', async () => {
    const bus = newBus();
    for (const data of [1, 2]) bus.emit(test.lastThree, data);
    const seen: number[] = [];
    bus.on(test.lastThree, () => {})();
    const stop = bus.on(test.lastThree, ({ data }) => {
      seen.push(data);
      stop();
    });
    await nextTask();
    expect(seen).toEqual([1]);
  });

  it('is declined by `where` like any other', async () => {
    expect(await given(test.lastThree, { where: ({ data }) => (data as number) % 2 === 0 })).toEqual([2, 4]);
  });

  it('waits its turn for a busy handler like any other', async () => {
    const bus = newBus();
    for (const data of [1, 2]) bus.emit(test.lastThree, data);
    const order: string[] = [];
    bus.on(test.lastThree, async ({ data }) => {
      order.push(`begin ${data}`);
      await nextTask();
      order.push(`end ${data}`);
    });
    bus.emit(test.lastThree, 3);
    await expect.poll(() => order).toEqual(['begin 1', 'end 1', 'begin 2', 'end 2', 'begin 3', 'end 3']);
  });
});

describe('a subscription made between emitting and delivery', () => {
  it('is given the retained event once', async () => {
    const bus = newBus();
    bus.emit(test.latest, 1);
    const seen: unknown[] = [];
    bus.on(test.latest, ({ data, replayed }) => seen.push([data, replayed]));
    await nextTask();
    expect(seen).toEqual([[1, true]]);
  });

  it('is given every retained event once, whenever it is made', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.constantFrom('emit', 'subscribe', 'deliver'), { maxLength: 15 }), async (steps) => {
        const bus = newBus();
        const contract = defineEvents('kept', { counted: { version: 1, schema: z.number(), retain: 100 } }).counted;
        const subscribers: number[][] = [];
        let count = 0;
        for (const step of [...steps, 'deliver']) {
          if (step === 'emit') bus.emit(contract, ++count);
          if (step === 'deliver') await nextTask();
          if (step !== 'subscribe') continue;
          const seen: number[] = [];
          subscribers.push(seen);
          bus.on(contract, ({ data }) => seen.push(data));
        }
        const all = Array.from({ length: count }, (_, index) => index + 1);
        for (const seen of subscribers) expect(seen).toEqual(all);
      }),
      { numRuns: 60 },
    );
  });
});

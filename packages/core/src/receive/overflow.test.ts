import { describe, expect, it, vi } from 'vitest';
import * as z from 'zod';
import { type Deferred, deferred } from '../deferred.test.fixture.ts';
import { type Bus, createBus, defineEvents, type SubscribeOptions } from '../index.ts';
import { nextTask } from '../next-task.test.fixture.ts';
import { createPatientHub } from '../patient-hub.test.fixture.ts';

const test = defineEvents('test', {
  pinged: { version: 1, schema: z.number() },
  priced: {
    version: 1,
    schema: z.object({ sku: z.string(), price: z.number() }),
    retain: { last: 1, by: ({ sku }) => sku },
  },
});

/** A subscription that is busy with event 0 until the test lets it go on, and does nothing for the others. */
function busyBus(options: SubscribeOptions): { bus: Bus; work: Deferred; done: number[] } {
  const bus = createBus({ source: 'test', hub: createPatientHub() });
  const work = deferred();
  const done: number[] = [];
  const handler = async ({ data }: { data: number }): Promise<void> => {
    if (data === 0) await work.promise;
    done.push(data);
  };
  bus.on(test.pinged, handler, options as object);
  return { bus, work, done };
}

async function emitUpTo(bus: Bus, last: number): Promise<void> {
  for (let data = 0; data <= last; data++) bus.emit(test.pinged, data);
  await nextTask();
}

describe('maxQueue', () => {
  it('lets that many events wait for a busy handler', async () => {
    const { bus, work, done } = busyBus({ maxQueue: 2 });
    await emitUpTo(bus, 2);
    expect(bus.metrics().subscriptions).toMatchObject([{ queueDepth: 2, dead: 0 }]);
    work.resolve();
    await vi.waitFor(() => expect(done).toEqual([0, 1, 2]));
  });

  it('makes a dead letter `overflow` of each event past it, by default', async () => {
    const { bus, work, done } = busyBus({ maxQueue: 2 });
    await emitUpTo(bus, 4);
    expect(bus.deadLetters.list()).toMatchObject([
      { reason: 'overflow', event: { data: 3 }, error: { code: 'queue-overflow', details: { maxQueue: 2 } } },
      { reason: 'overflow', event: { data: 4 } },
    ]);
    work.resolve();
    await vi.waitFor(() => expect(done).toEqual([0, 1, 2]));
  });

  it('is 10,000 unless told otherwise', async () => {
    const { bus } = busyBus({});
    await emitUpTo(bus, 10_001);
    expect(bus.metrics().subscriptions).toMatchObject([{ queueDepth: 10_000, dead: 1 }]);
  });

  it('of 0 lets nothing wait', async () => {
    const { bus } = busyBus({ maxQueue: 0 });
    await emitUpTo(bus, 2);
    expect(bus.deadLetters.list()).toHaveLength(2);
  });

  it('bounds what waits for a task as well', async () => {
    const { bus, done } = busyBus({ maxQueue: 2, delivery: 'task' });
    for (const data of [1, 2, 3]) bus.emit(test.pinged, data);
    await vi.waitFor(() => expect(done).toEqual([1, 2]));
    expect(bus.deadLetters.list()).toMatchObject([{ reason: 'overflow', event: { data: 3 } }]);
  });

  it('takes nothing from others: they get every event', async () => {
    const { bus } = busyBus({ maxQueue: 1 });
    const seen: number[] = [];
    bus.on(test.pinged, ({ data }) => seen.push(data));
    await emitUpTo(bus, 4);
    expect(seen).toEqual([0, 1, 2, 3, 4]);
  });
});

describe('overflow: drop-oldest', () => {
  it('keeps the newest of what waits, in order, and declines the rest', async () => {
    const { bus, work, done } = busyBus({ maxQueue: 2, overflow: 'drop-oldest' });
    await emitUpTo(bus, 5);
    work.resolve();
    await vi.waitFor(() => expect(done).toEqual([0, 4, 5]));
    expect(bus.metrics().subscriptions).toMatchObject([{ delivered: 3, declined: 3, dead: 0 }]);
    expect(bus.deadLetters.list()).toEqual([]);
  });
});

describe('overflow: latest-by-key', () => {
  /** Emits prices while the handler is busy; answers what it was given afterwards. */
  async function handled(prices: readonly [sku: string, price: number][], options: SubscribeOptions): Promise<unknown[]> {
    const bus = createBus({ source: 'test', hub: createPatientHub(), onError: () => {} });
    const work = deferred();
    const seen: unknown[] = [];
    bus.on(test.priced, ({ data: { sku, price } }) => seen.push(`${sku} ${price}`) && work.promise, options as object);
    for (const [sku, price] of [['first', 0] as const, ...prices]) bus.emit(test.priced, { sku, price });
    await nextTask();
    work.resolve();
    await vi.waitFor(() => expect(bus.metrics().subscriptions).toMatchObject([{ delivered: seen.length, queueDepth: 0 }]));
    return [...seen.slice(1), ...bus.deadLetters.list().map(({ reason, event }) => [reason, event.data])];
  }

  it('keeps the newest event per key of the contract', async () => {
    const prices: [string, number][] = [
      ['a', 1],
      ['b', 1],
      ['a', 2],
      ['b', 2],
      ['a', 3],
    ];
    const kept = await handled(prices, { maxQueue: 2, overflow: 'latest-by-key' });
    expect(kept.sort()).toEqual(['a 3', 'b 2']);
  });

  it('makes a dead letter of an event whose key does not wait', async () => {
    const kept = await handled(
      [
        ['a', 1],
        ['b', 1],
        ['c', 1],
      ],
      { maxQueue: 2, overflow: 'latest-by-key' },
    );
    expect(kept).toEqual(['a 1', 'b 1', ['overflow', { sku: 'c', price: 1 }]]);
  });

  it('replaces nothing while there is room', async () => {
    const kept = await handled(
      [
        ['a', 1],
        ['a', 2],
      ],
      { maxQueue: 2, overflow: 'latest-by-key' },
    );
    expect(kept).toEqual(['a 1', 'a 2']);
  });

  it('goes by `subject` where the contract names no key', async () => {
    const { bus, work, done } = busyBus({ maxQueue: 2, overflow: 'latest-by-key' });
    bus.emit(test.pinged, 0);
    for (const [data, subject] of [
      [1, 'a'],
      [2, 'b'],
      [3, 'a'],
      [4, 'b'],
    ] as const)
      bus.emit(test.pinged, data, { subject });
    await nextTask();
    work.resolve();
    await vi.waitFor(() => expect(done).toEqual([0, 3, 4]));
  });

  it('takes events of different contracts for different ones, though their subject is the same', async () => {
    const other = defineEvents('other', { pinged: { version: 1, schema: z.number() } });
    const bus = createBus({ source: 'test', hub: createPatientHub() });
    const work = deferred();
    const seen: unknown[] = [];
    bus.on([test.pinged, other.pinged], ({ type, data }) => seen.push(`${type} ${data}`) && work.promise, {
      maxQueue: 2,
      overflow: 'latest-by-key',
    });
    bus.emit(test.pinged, 0);
    for (const data of [1, 2]) {
      bus.emit(test.pinged, data, { subject: 'a' });
      bus.emit(other.pinged, data, { subject: 'a' });
    }
    await nextTask();
    work.resolve();
    await vi.waitFor(() => expect(seen).toEqual(['test:pinged 0', 'test:pinged 2', 'other:pinged 2']));
  });

  it('keeps the bus going when the key of an event cannot be told', async () => {
    const odd = defineEvents('odd', {
      priced: {
        version: 1,
        schema: z.string(),
        retain: {
          last: 1,
          by: (sku) => {
            if (sku === 'c') throw new Error('no key');
            return sku;
          },
        },
      },
    });
    const bus = createBus({ source: 'test', hub: createPatientHub(), onError: () => {} });
    const seen: string[] = [];
    bus.on(odd.priced, () => new Promise(() => {}), { maxQueue: 1, overflow: 'latest-by-key' });
    bus.on(odd.priced, ({ data }) => seen.push(data));
    for (const sku of ['a', 'b', 'c', 'd']) bus.emit(odd.priced, sku);
    await nextTask();
    expect(seen).toEqual(['a', 'b', 'c', 'd']);
    expect(bus.deadLetters.list().map(({ reason, event }) => [reason, event.data])).toEqual([
      ['overflow', 'c'],
      ['overflow', 'd'],
    ]);
  });
});

import { describe, expect, it, vi } from 'vitest';
import * as z from 'zod';
import { deferred } from '../deferred.test.fixture.ts';
import { createBus, defineEvents, type EventContract } from '../index.ts';
import { nextTask } from '../next-task.test.fixture.ts';
import { createPatientHub } from '../patient-hub.test.fixture.ts';

const Price = z.object({ sku: z.string(), price: z.number() });
const test = defineEvents('test', {
  pinged: { version: 1, schema: z.number() },
  answered: { version: 1, schema: z.number() },
  priced: { version: 1, schema: Price, retain: { last: 1, by: ({ sku }) => sku } },
});

/** A subscription of which no more than two events may wait, `latest-by-key`; tells what it was given as text. */
function keyed(target: string | readonly EventContract<string>[], where?: () => boolean) {
  const bus = createBus({ source: 'test', hub: createPatientHub(), onError: () => {} });
  const seen: string[] = [];
  const handler = ({ type, data }: { type: string; data: unknown }) => void seen.push(`${type} ${JSON.stringify(data)}`);
  bus.on(target as string, handler, { maxQueue: 2, overflow: 'latest-by-key', ...(where && { where }) });
  return { bus, seen };
}

describe('the key of an event', () => {
  it('is what its contract retains by', async () => {
    const { bus, seen } = keyed([test.priced]);
    for (const [sku, price] of [['a', 1] as const, ['b', 1] as const, ['a', 2] as const]) bus.emit(test.priced, { sku, price });
    await nextTask();
    expect(seen).toEqual(['test:priced {"sku":"a","price":2}', 'test:priced {"sku":"b","price":1}']);
  });

  it('is what its contract retains by for patterns, too', async () => {
    const { bus, seen } = keyed('test:*');
    for (const [sku, price] of [['a', 1] as const, ['b', 1] as const, ['b', 2] as const]) bus.emit(test.priced, { sku, price });
    await nextTask();
    expect(seen).toEqual(['test:priced {"sku":"a","price":1}', 'test:priced {"sku":"b","price":2}']);
  });

  it('is its subject where the contract names none, and without a subject its name', async () => {
    const { bus, seen } = keyed([test.pinged]);
    bus.emit(test.pinged, 1, { subject: 'a' });
    bus.emit(test.pinged, 2);
    bus.emit(test.pinged, 3);
    bus.emit(test.pinged, 4, { subject: 'a' });
    await nextTask();
    expect(seen).toEqual(['test:pinged 4', 'test:pinged 3']);
  });

  it('is another one for events of other names, though their subject is the same', async () => {
    const { bus, seen } = keyed([test.pinged, test.answered]);
    for (const data of [1, 2]) {
      bus.emit(test.pinged, data, { subject: 'a' });
      bus.emit(test.answered, data, { subject: 'a' });
    }
    await nextTask();
    expect(seen).toEqual(['test:pinged 2', 'test:answered 2']);
  });

  it('that cannot be told makes the event a dead letter past the bound, and the bus goes on', async () => {
    const bus = createBus({ source: 'test', hub: createPatientHub(), onError: () => {} });
    const by = (sku: string): string => {
      if (sku === 'c') throw new Error('no key');
      return sku;
    };
    const odd = defineEvents('odd', { priced: { version: 1, schema: z.string(), retain: { last: 1, by } } });
    const seen: string[] = [];
    bus.on(odd.priced, () => {}, { maxQueue: 1, overflow: 'latest-by-key' });
    bus.on(odd.priced, ({ data }) => seen.push(data));
    for (const sku of ['a', 'c', 'd', 'a']) bus.emit(odd.priced, sku);
    await nextTask();
    expect(seen).toEqual(['a', 'c', 'd', 'a']);
    expect(bus.deadLetters.list().map(({ event }) => event.data)).toEqual(['c', 'd']);
  });
});

describe('a key that comes late', () => {
  it('is none, and if it fails that is none either', async () => {
    const by = (async () => Promise.reject(new Error('too late'))) as unknown as () => string;
    const odd = defineEvents('odd', { priced: { version: 1, schema: z.string(), retain: { last: 1, by } } });
    const errors: unknown[] = [];
    const bus = createBus({ source: 'test', hub: createPatientHub(), onError: ({ code }) => errors.push(code) });
    bus.on(odd.priced, () => {}, { maxQueue: 1, overflow: 'latest-by-key' });
    for (const sku of ['a', 'a']) bus.emit(odd.priced, sku);
    await nextTask();
    expect(bus.deadLetters.list()).toMatchObject([{ reason: 'overflow' }]);
    expect(errors).toEqual(['async-callback', 'async-callback']);
  });
});

describe('an event that took the place of another', () => {
  it('goes through `where` when its turn comes, behind a busy handler as well', async () => {
    const bus = createBus({ source: 'test', hub: createPatientHub() });
    const work = deferred();
    const seen: number[] = [];
    const where = ({ data }: { data: number }): boolean => data !== 2;
    bus.on(test.pinged, ({ data }) => seen.push(data) && work.promise, { maxQueue: 1, overflow: 'latest-by-key', where });
    for (const data of [0, 1, 2]) {
      bus.emit(test.pinged, data);
      await nextTask();
    }
    work.resolve();
    await vi.waitFor(() => expect(bus.metrics().subscriptions).toMatchObject([{ delivered: 1, declined: 2, queueDepth: 0 }]));
    expect(seen).toEqual([0]);
  });

  it('is not found any more once it was handled', async () => {
    const { bus, seen } = keyed([test.pinged]);
    for (const round of [0, 10]) {
      for (const data of [1, 2, 3]) bus.emit(test.pinged, round + data);
      await nextTask();
    }
    expect(seen).toEqual(['test:pinged 1', 'test:pinged 3', 'test:pinged 11', 'test:pinged 13']);
  });

  it('leaves the age to what waits longest, which is no event that was redriven since', async () => {
    vi.useFakeTimers();
    const bus = createBus({ source: 'test', hub: createPatientHub(), onError: () => {} });
    const handler = ({ data }: { data: number }) => (data === 0 ? Promise.reject(new Error('no')) : new Promise(() => {}));
    bus.on(test.pinged, handler, { maxQueue: 3, overflow: 'latest-by-key' });
    for (const data of [0, 1]) bus.emit(test.pinged, data);
    await vi.advanceTimersByTimeAsync(10);
    for (const subject of ['a', 'b']) bus.emit(test.pinged, 2, { subject });
    await vi.advanceTimersByTimeAsync(40);
    const age = (): number | undefined => bus.metrics().subscriptions[0]?.age;
    expect([bus.deadLetters.redrive(() => true), age()]).toEqual([1, 40]);
    bus.emit(test.pinged, 3, { subject: 'a' });
    expect(age()).toBe(40);
    bus.emit(test.pinged, 3, { subject: 'b' });
    expect(age()).toBe(0);
    vi.useRealTimers();
  });

  it('is found among 10,000 without asking any other for its key again', () => {
    const by = vi.fn((key: number): number => key);
    const asked = defineEvents('asked', { often: { version: 1, schema: z.number(), retain: { last: 1, by } } });
    const bus = createBus({ source: 'test', hub: createPatientHub() });
    bus.on(asked.often, () => {}, { overflow: 'latest-by-key' });
    for (let key = 0; key <= 10_000; key++) bus.emit(asked.often, key);
    by.mockClear();
    for (let key = 0; key < 100; key++) bus.emit(asked.often, key);
    expect(bus.metrics().subscriptions).toMatchObject([{ declined: 100, dead: 1, queueDepth: 10_000 }]);
    // When they are retained.
    expect(by).toHaveBeenCalledTimes(100);
  });
});

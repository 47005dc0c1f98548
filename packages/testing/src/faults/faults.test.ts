import { adopt, type BusEvent, createBus, defineEvent, type EventContract, type SubscribeOptions } from '@busbar/core';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { createTestBus } from '../create-test-bus.ts';
import type { TestBus } from '../test-bus.ts';

const counted = defineEvent('test:counted', { version: 1, schema: z.number() });
const other = defineEvent('test:other', { version: 1, schema: z.number() });
const kept = defineEvent('test:kept', { version: 1, schema: z.number(), retain: 'latest' });

/** Listens with options and answers what was heard. */
function listen(
  bus: TestBus,
  options: SubscribeOptions = {},
  contract: EventContract<string, number> = counted,
): BusEvent<number>[] {
  const heard: BusEvent<number>[] = [];
  bus.on(contract, (event) => void heard.push(event), options as object);
  return heard;
}

function numbers(events: readonly BusEvent<number>[]): number[] {
  return events.map(({ data }) => data);
}

describe('inject', () => {
  it('hits events of every bus and scope of the hub, adopted ones included, and of one name only', async () => {
    using bus = createTestBus();
    const heard = listen(bus);
    const others = listen(bus, {}, other);
    bus.inject.drop(counted);
    const event = bus.scope({ source: 'scope' }).emit(counted, 1);
    createBus({ source: 'second', hub: bus.hub }).emit(counted, 2);
    adopt(bus, { ...event, id: 'elsewhere-1' });
    bus.emit(other, 3);
    await bus.flush();
    expect([heard, numbers(others)]).toEqual([[], [3]]);
  });

  it('spares what is retained, and `latest`', () => {
    using bus = createTestBus();
    bus.inject.drop(kept);
    bus.emit(kept, 1);
    const heard = listen(bus, { delivery: 'sync' }, kept);
    expect([bus.latest(kept).get(), numbers(heard)]).toEqual([1, [1]]);
  });

  it('follows one fault by the next, in the order of injecting', async () => {
    using bus = createTestBus();
    const heard = listen(bus, { dedupe: false });
    bus.inject.duplicate(counted, 2);
    bus.inject.drop('test:counted', { next: 1 });
    bus.emit(counted, 1);
    await bus.flush();
    expect(numbers(heard)).toEqual([1, 1]);
  });

  it('lets everything pass again once it is ended', async () => {
    using bus = createTestBus();
    const heard = listen(bus);
    const end = bus.inject.drop(counted);
    bus.emit(counted, 1);
    end();
    end();
    bus.emit(counted, 2);
    await bus.flush();
    expect(numbers(heard)).toEqual([2]);
  });

  it('refuses numbers that mean nothing', () => {
    using bus = createTestBus();
    expect(() => bus.inject.duplicate(counted, 0)).toThrow('inject.duplicate takes a whole number from 1 on, not 0.');
    expect(() => bus.inject.drop(counted, { next: 0.5 })).toThrow('inject.drop');
    expect(() => bus.inject.delay(counted, -1)).toThrow('inject.delay takes milliseconds from 0 on, not -1.');
    expect(() => bus.inject.reorder(counted, 1)).toThrow('inject.reorder');
  });
});

describe('inject.duplicate', () => {
  it('gives copies of the same id and key, which subscriptions handle once unless they decline to', async () => {
    using bus = createTestBus();
    const [once, thrice] = [listen(bus), listen(bus, { dedupe: false })];
    bus.inject.duplicate(counted, 2);
    const { id } = bus.emit(counted, 1);
    await bus.flush();
    expect(once).toMatchObject([{ id, idempotencykey: id }]);
    expect(thrice.map((event) => [event.id, event.idempotencykey])).toEqual(Array(3).fill([id, id]));
    expect(bus.metrics().subscriptions[0]).toMatchObject({ delivered: 1, declined: 2 });
  });

  it('keeps a key that the emitter gave', async () => {
    using bus = createTestBus();
    const heard = listen(bus);
    bus.inject.duplicate(counted);
    bus.emit(counted, 1, { idempotencykey: 'order-1' });
    await bus.flush();
    expect(heard).toMatchObject([{ idempotencykey: 'order-1' }]);
  });

  it('is no event more for `emitted`', () => {
    using bus = createTestBus();
    bus.inject.duplicate(counted);
    const event = bus.emit(counted, 1);
    expect(bus.emitted(counted)).toEqual([event]);
  });
});

describe('inject.drop', () => {
  it('leaves no dead letter', async () => {
    using bus = createTestBus();
    listen(bus);
    bus.inject.drop(counted);
    bus.emit(counted, 1);
    await bus.flush();
    expect([bus.deadLetters.list(), bus.emitted(counted).length]).toEqual([[], 1]);
  });

  it('loses the next so many, of those that it is for', async () => {
    using bus = createTestBus();
    const heard = listen(bus);
    bus.inject.drop(counted, { next: 2, when: ({ data }) => data % 2 === 0 });
    for (const count of [1, 2, 3, 4, 5, 6]) bus.emit(counted, count);
    await bus.flush();
    expect(numbers(heard)).toEqual([1, 3, 5, 6]);
  });
});

describe('inject.delay', () => {
  it('delivers later, with the sequence and time of the event', async () => {
    using bus = createTestBus({ time: 'virtual' });
    const heard = listen(bus);
    bus.inject.delay(counted, 200);
    const late = bus.emit(counted, 1);
    await bus.advance(199);
    expect(heard).toEqual([]);
    await bus.advance(1);
    expect(heard).toEqual([late]);
  });

  it('reaches synchronous subscriptions at that moment', async () => {
    using bus = createTestBus({ time: 'virtual' });
    const heard = listen(bus, { delivery: 'sync' });
    const end = bus.inject.delay(counted, 200);
    bus.emit(counted, 1);
    end();
    expect(numbers(heard)).toEqual([1]);
  });

  it('delivers what it holds when the bus is disposed of, to those who are still there', () => {
    const bus = createTestBus({ time: 'virtual' });
    const outside = createBus({ source: 'outside', hub: bus.hub });
    const heard: number[] = [];
    outside.on(counted, ({ data }) => heard.push(data), { delivery: 'sync' });
    bus.inject.delay(counted, 200);
    bus.emit(counted, 1);
    bus.emit(counted, 2);
    bus.dispose();
    expect(heard).toEqual([1, 2]);
  });

  it('lets an event expire on its way', async () => {
    using bus = createTestBus({ time: 'virtual' });
    const heard = listen(bus);
    bus.inject.delay(counted, 200);
    bus.emit(counted, 1, { ttl: 100 });
    await bus.advance(200);
    expect([heard, bus.deadLetters.list().map(({ reason }) => reason)]).toEqual([[], ['expired']]);
  });
});

describe('inject.reorder', () => {
  it('delivers each group newest first, the rest when it is ended', async () => {
    using bus = createTestBus();
    const heard = listen(bus);
    const end = bus.inject.reorder(counted, 3);
    for (const count of [1, 2, 3, 4, 5]) bus.emit(counted, count);
    await bus.flush();
    expect(numbers(heard)).toEqual([3, 2, 1]);
    end();
    await bus.flush();
    expect(numbers(heard)).toEqual([3, 2, 1, 5, 4]);
  });
});

describe('laws of faults', () => {
  const counts = fc.array(fc.nat(20), { maxLength: 30 });

  it('duplicates change nothing for a subscription that dedupes, whatever its delivery and queue', async () => {
    const delivery = fc.constantFrom('microtask', 'sync', 'task', 'frame', 'idle');
    await fc.assert(
      fc.asyncProperty(counts, fc.integer({ min: 1, max: 4 }), delivery, fc.boolean(), async (data, times, mode, isSlow) => {
        using bus = createTestBus();
        const heard: number[] = [];
        const handler = ({ data }: BusEvent<number>) => void heard.push(data);
        bus.on(counted, isSlow ? async (event) => handler(event) : handler, { delivery: mode });
        bus.inject.duplicate(counted, times);
        for (const count of data) bus.emit(counted, count);
        await bus.flush();
        expect(heard).toEqual(data);
      }),
      { numRuns: 50 },
    );
  });

  it('reordering is a permutation, also where queues are full', async () => {
    await fc.assert(
      fc.asyncProperty(
        counts,
        fc.integer({ min: 2, max: 9 }),
        fc.integer({ min: 30, max: 40 }),
        async (data, group, maxQueue) => {
          using bus = createTestBus();
          const heard = listen(bus, { maxQueue });
          const end = bus.inject.reorder(counted, group);
          for (const count of data) bus.emit(counted, count);
          end();
          await bus.flush();
          expect(numbers(heard).sort()).toEqual([...data].sort());
        },
      ),
      { numRuns: 50 },
    );
  });

  it('what is dropped and what is handled are all there is, in their order', async () => {
    await fc.assert(
      fc.asyncProperty(counts, fc.nat(10), async (data, next) => {
        using bus = createTestBus();
        const heard = listen(bus);
        bus.inject.drop(counted, { next });
        for (const count of data) bus.emit(counted, count);
        await bus.flush();
        expect(numbers(heard)).toEqual(data.slice(next));
      }),
      { numRuns: 50 },
    );
  });
});

import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import * as z from 'zod';
import {
  type Bus,
  type BusEvent,
  createBus,
  defineEvents,
  hubEvents,
  type SubscribeOptions,
  type SubscriberLag,
} from '../index.ts';
import { createPatientHub } from '../patient-hub.test.fixture.ts';

const test = defineEvents('test', {
  pinged: { version: 1, schema: z.number() },
  kept: { version: 1, schema: z.number(), retain: 100 },
});

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

/** A bus, and what its hub tells of lag. */
function newBus(): { bus: Bus; told: BusEvent[]; types: () => string[] } {
  const bus = createBus({ source: 'test', hub: createPatientHub(), onError: () => {} });
  const told: BusEvent[] = [];
  bus.on('busbar:*', (event) => told.push(event));
  return { bus, told, types: () => told.map(({ type }) => type) };
}

function lagOf(event: BusEvent | undefined): SubscriberLag {
  return event?.data as SubscriberLag;
}

function emit(bus: Bus, count: number): void {
  for (let number = 0; number < count; number++) bus.emit(test.pinged, number);
}

/** Emits one event after the other, each of which is handled before the next. */
async function emitSlowly(bus: Bus, count: number): Promise<void> {
  for (let number = 0; number < count; number++) {
    bus.emit(test.pinged, number);
    await vi.advanceTimersByTimeAsync(500);
  }
}

const blocks = (): unknown => vi.advanceTimersByTime(100);
const takesLong = (): Promise<unknown> => new Promise((resolve) => setTimeout(resolve, 100));
const neverSettles = (): Promise<unknown> => new Promise(() => {});
const triedAgain: SubscribeOptions = { retry: { attempts: 1, delay: 5_000, jitter: 0 } };
const fails = (): never => {
  throw new Error('no');
};

describe('a subscription whose events wait longer than a second', () => {
  it.each([
    ['its handler blocks', blocks, {}],
    ['its handler blocks, with tasks of its own', blocks, { delivery: 'task' }],
    ['its asynchronous handler takes long', takesLong, {}],
  ] satisfies [string, () => unknown, SubscribeOptions][])('is told of once: %s', async (_why, handler, options) => {
    const { bus, told, types } = newBus();
    bus.scope({ source: 'slow' }).on(test.pinged, handler, options);
    emit(bus, 40);
    await vi.advanceTimersByTimeAsync(10_000);
    expect(types()).toEqual(['busbar:lagging']);
    expect(told[0]?.data).toMatchObject({ subscriber: { id: expect.any(Number), source: 'slow', target: 'test:pinged' } });
    const { waited, queueDepth } = lagOf(told[0]);
    expect(waited).toBeGreaterThan(1_000);
    expect(waited / 100 + queueDepth).toBeCloseTo(39);
  });

  it.each([
    ['never settles', neverSettles, {}],
    ['waits for its next try', fails, triedAgain],
  ] satisfies [string, () => unknown, SubscribeOptions][])(
    'is told of by the next event that joins: its handler %s',
    async (_what, handler, options) => {
      const { bus, told } = newBus();
      bus.on(test.pinged, handler, options);
      emit(bus, 2);
      await vi.advanceTimersByTimeAsync(1_001);
      expect(told).toEqual([]);
      emit(bus, 1);
      await vi.advanceTimersByTimeAsync(0);
      expect(told).toMatchObject([{ type: 'busbar:lagging', data: { waited: 1_001, queueDepth: 2 } }]);
    },
  );

  it.each(['dead-letter', 'drop-oldest', 'latest-by-key'] as const)(
    'is told of though what comes finds no room, with overflow `%s`',
    async (overflow) => {
      const { bus, told } = newBus();
      bus.on(test.pinged, neverSettles, { maxQueue: 2, overflow });
      for (let number = 0; number < 30; number++) {
        bus.emit(test.pinged, number, { subject: number === 2 ? 'rare' : 'frequent' });
        await vi.advanceTimersByTimeAsync(200);
      }
      expect(told).toHaveLength(overflow === 'drop-oldest' ? 0 : 1);
    },
  );

  it('is told of again after it has recovered', async () => {
    const { bus, types } = newBus();
    bus.on(test.pinged, blocks);
    for (let round = 0; round < 2; round++) {
      emit(bus, 40);
      await vi.advanceTimersByTimeAsync(10_000);
      await emitSlowly(bus, 20);
    }
    expect(types()).toEqual(['busbar:lagging', 'busbar:recovered', 'busbar:lagging', 'busbar:recovered']);
  });

  it('recovers with the first event that waits less than half a second, timed or not', async () => {
    const { bus, told, types } = newBus();
    let isSlow = true;
    bus.on(test.pinged, () => isSlow && takesLong());
    emit(bus, 40);
    await vi.advanceTimersByTimeAsync(10_000);
    isSlow = false;
    await emitSlowly(bus, 1);
    expect(types()).toEqual(['busbar:lagging', 'busbar:recovered']);
    expect(lagOf(told[1]).waited).toBeLessThan(500);
  });

  it('has not recovered before an event waits less than half a second', async () => {
    const { bus, types } = newBus();
    let takes = 100;
    bus.on(test.pinged, () => vi.advanceTimersByTime(takes));
    emit(bus, 40);
    await vi.advanceTimersByTimeAsync(0);
    takes = 0;
    for (let number = 0; number < 20; number++) {
      bus.emit(test.pinged, number);
      vi.advanceTimersByTime(600);
      await vi.advanceTimersByTimeAsync(0);
    }
    expect(types()).toEqual(['busbar:lagging']);
  });
});

describe('busbar:lagging', () => {
  it('comes past the milliseconds that `lagThreshold` says, never with `Infinity`', async () => {
    const { bus, told } = newBus();
    for (const lagThreshold of [200, 20_000, Infinity]) bus.on(test.pinged, neverSettles, { lagThreshold });
    emit(bus, 2);
    await vi.advanceTimersByTimeAsync(201);
    emit(bus, 1);
    await vi.advanceTimersByTimeAsync(0);
    expect(told).toMatchObject([{ data: { waited: 201 } }]);
  });

  it('has the event that showed it for its cause', async () => {
    const { bus, told } = newBus();
    bus.on(test.pinged, neverSettles);
    emit(bus, 2);
    await vi.advanceTimersByTimeAsync(2_000);
    const { id, correlationid = id } = bus.emit(test.pinged, 3);
    await vi.advanceTimersByTimeAsync(0);
    expect(told).toMatchObject([{ source: 'busbar', causationid: id, correlationid, hops: 1 }]);
  });

  it('is not told of a subscription to the hub’s own events, whose handler may hang or be slow', async () => {
    const { bus, types } = newBus();
    bus.on([hubEvents.lagging, hubEvents.recovered], neverSettles, { lagThreshold: 10 });
    bus.on('busbar:**', takesLong, { lagThreshold: 10 });
    bus.on(test.pinged, neverSettles, { lagThreshold: 5 });
    for (let round = 0; round < 30; round++) {
      bus.on(test.pinged, neverSettles, { lagThreshold: 10 });
      emit(bus, 1);
      await vi.advanceTimersByTimeAsync(20);
    }
    const others = bus.metrics().subscriptions.filter(({ target, queueDepth }) => target === 'test:pinged' && queueDepth > 1);
    expect(types()).toEqual(others.map(() => 'busbar:lagging'));
  });

  it('may be answered by ending the subscription, which is given nothing more then', async () => {
    const { bus } = newBus();
    let handled = 0;
    const stop = bus.on(test.pinged, () => {
      handled++;
      blocks();
    });
    bus.on(hubEvents.lagging, () => stop(), { delivery: 'sync' });
    emit(bus, 40);
    await vi.advanceTimersByTimeAsync(10_000);
    expect(handled).toBeGreaterThan(10);
    expect(handled).toBeLessThan(30);
    expect(bus.metrics().delivered - bus.metrics().subscriptions.reduce((sum, { delivered }) => sum + delivered, 0)).toBe(
      handled,
    );
  });

  it('is not even emitted where nobody listens to it', async () => {
    const bus = createBus({ source: 'test', hub: createPatientHub() });
    bus.on(test.pinged, blocks);
    emit(bus, 40);
    await vi.advanceTimersByTimeAsync(10_000);
    expect(bus.metrics()).toMatchObject({ emitted: 40, unheard: 0 });
  });
});

describe('no lag is told', () => {
  it('of replays, however long ago they were emitted', async () => {
    const { bus, told } = newBus();
    for (let number = 0; number < 50; number++) bus.emit(test.kept, number);
    await vi.advanceTimersByTimeAsync(60_000);
    bus.on(test.kept, () => new Promise((resolve) => setTimeout(resolve, 10)));
    await vi.advanceTimersByTimeAsync(0);
    bus.emit(test.kept, 51);
    await vi.advanceTimersByTimeAsync(60_000);
    expect(told).toEqual([]);
  });

  it.each([3_600_000, -3_600_000])('because the computer’s clock is set, by %i ms', async (by) => {
    const { bus, told } = newBus();
    bus.on(test.pinged, () => new Promise((resolve) => setTimeout(resolve, 30)));
    for (let round = 0; round < 10; round++) {
      emit(bus, 3);
      await vi.advanceTimersByTimeAsync(1);
      vi.setSystemTime(Date.now() + by);
      emit(bus, 3);
      await vi.advanceTimersByTimeAsync(400);
    }
    expect(told).toEqual([]);
  });
});

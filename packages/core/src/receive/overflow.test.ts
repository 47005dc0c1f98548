import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import * as z from 'zod';
import { createBus, defineEvent, type SubscribeOptions } from '../index.ts';
import { nextTask } from '../next-task.test.fixture.ts';
import { createPatientHub } from '../patient-hub.test.fixture.ts';
import { outcomeOf, places } from './bounded-line.test.fixture.ts';

const pinged = defineEvent('test:pinged', { version: 1, schema: z.number() });
const withoutSubjects = [undefined, undefined, undefined, undefined, undefined];

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

describe.each(Object.keys(places))('of events that wait %s', (name) => {
  const place = places[name]!;

  it('as many as `maxQueue` are kept, in order', async () => {
    expect(await outcomeOf(place, withoutSubjects, { maxQueue: 5 })).toEqual({
      handled: [1, 2, 3, 4, 5],
      dead: [],
      declined: 0,
    });
  });

  it('those past `maxQueue` are dead letters `overflow`, by default', async () => {
    expect(await outcomeOf(place, withoutSubjects, { maxQueue: 3 })).toEqual({ handled: [1, 2, 3], dead: [4, 5], declined: 0 });
  });

  it('drop-oldest keeps the newest, in order, and declines the rest', async () => {
    expect(await outcomeOf(place, withoutSubjects, { maxQueue: 3, overflow: 'drop-oldest' })).toEqual({
      handled: [3, 4, 5],
      dead: [],
      declined: 2,
    });
  });

  it('latest-by-key puts the newest of a key into the place of the one before, and refuses a key that does not wait', async () => {
    expect(await outcomeOf(place, ['a', 'b', 'c', 'b', 'd'], { maxQueue: 3, overflow: 'latest-by-key' })).toEqual({
      handled: [1, 4, 3],
      dead: [5],
      declined: 1,
    });
  });

  it('latest-by-key replaces nothing while there is room, and then the newest of its key', async () => {
    expect(await outcomeOf(place, ['a', 'b', 'a', 'a', 'a'], { maxQueue: 3, overflow: 'latest-by-key' })).toEqual({
      handled: [1, 2, 5],
      dead: [],
      declined: 2,
    });
  });
});

describe('maxQueue', () => {
  /** Emits three events in one go to a handler that never settles, and three more once it is busy. */
  async function busy(options: SubscribeOptions) {
    const bus = createBus({ source: 'test', hub: createPatientHub() });
    bus.on(pinged, () => new Promise(() => {}), options as object);
    for (const round of [0, 3]) {
      for (const data of [1, 2, 3]) bus.emit(pinged, round + data);
      await nextTask();
    }
    return bus;
  }

  it('says so in the letter', async () => {
    const bus = await busy({ maxQueue: 4 });
    expect(bus.deadLetters.list()).toMatchObject([
      { reason: 'overflow', attempts: 0, event: { data: 6 }, error: { code: 'queue-overflow', details: { maxQueue: 4 } } },
    ]);
  });

  it('does not count the event that is being handled', async () => {
    const bus = await busy({ maxQueue: 5 });
    expect(bus.metrics().subscriptions).toMatchObject([{ running: 1, queueDepth: 5, dead: 0 }]);
  });

  it('of 0 takes an event only where it does not have to wait for another or for a busy handler', async () => {
    const bus = await busy({ maxQueue: 0 });
    expect(bus.metrics().subscriptions).toMatchObject([{ running: 1, queueDepth: 0, dead: 5 }]);
  });

  it('of Infinity is no bound', async () => {
    const bus = createBus({ source: 'test', hub: createPatientHub() });
    bus.on(pinged, () => {}, { maxQueue: Number.POSITIVE_INFINITY });
    for (let data = 0; data < 20_000; data++) bus.emit(pinged, data);
    expect(bus.metrics().subscriptions).toMatchObject([{ queueDepth: 20_000, dead: 0 }]);
    await nextTask();
    expect(bus.metrics().subscriptions).toMatchObject([{ delivered: 20_000, queueDepth: 0 }]);
  });

  it('is 10,000 unless told otherwise', () => {
    const bus = createBus({ source: 'test', hub: createPatientHub() });
    bus.on(pinged, () => {});
    for (let data = 0; data < 10_001; data++) bus.emit(pinged, data);
    expect(bus.metrics().subscriptions).toMatchObject([{ queueDepth: 10_000, dead: 1 }]);
  });

  it('takes nothing from others: they get every event', async () => {
    const bus = createBus({ source: 'test', hub: createPatientHub() });
    const seen: number[] = [];
    for (const overflow of ['dead-letter', 'drop-oldest', 'latest-by-key'] as const)
      bus.on(pinged, () => {}, { maxQueue: 1, overflow });
    bus.on(pinged, ({ data }) => seen.push(data));
    for (const data of [1, 2, 3, 4]) bus.emit(pinged, data);
    await nextTask();
    expect(seen).toEqual([1, 2, 3, 4]);
  });

  it('lets events wait again once others have gone', async () => {
    const bus = createBus({ source: 'test', hub: createPatientHub() });
    const seen: number[] = [];
    bus.on(pinged, ({ data }) => seen.push(data), { maxQueue: 2 });
    for (const round of [0, 10, 20]) {
      for (const data of [1, 2, 3]) bus.emit(pinged, round + data);
      await nextTask();
    }
    expect(seen).toEqual([1, 2, 11, 12, 21, 22]);
  });
});

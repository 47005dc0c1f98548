import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import * as z from 'zod';
import { type Bus, createBus, defineEvents } from '../index.ts';
import { nextTask } from '../next-task.test.fixture.ts';
import { createPatientHub } from '../patient-hub.test.fixture.ts';

const test = defineEvents('test', {
  pinged: { version: 1, schema: z.number() },
  fleeting: { version: 1, schema: z.number(), ttl: 1_000, retain: 'latest' },
});

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

function newBus(): Bus {
  return createBus({ source: 'test', hub: createPatientHub() });
}

/** Keeps the thread busy, by the clock that does not jump. */
function blockFor(milliseconds: number): void {
  const end = performance.now() + milliseconds;
  while (performance.now() < end);
}

describe('the time to live', () => {
  it('is counted from emitting, in milliseconds', () => {
    const bus = newBus();
    const { time, expirytime } = bus.emit(test.pinged, 1, { ttl: 500 });
    expect(expirytime).toBe(time + 500);
  });

  it("is the contract's, unless the emitter says otherwise", () => {
    const bus = newBus();
    const own = bus.emit(test.fleeting, 1);
    const told = bus.emit(test.fleeting, 1, { ttl: 10 });
    expect([own.expirytime! - own.time, told.expirytime! - told.time]).toEqual([1_000, 10]);
    expect(bus.emit(test.pinged, 1)).not.toHaveProperty('expirytime');
  });

  it('that has passed before delivery makes the event a dead letter `expired`', async () => {
    const bus = newBus();
    const seen: number[] = [];
    bus.on(test.pinged, ({ data }) => seen.push(data));
    const event = bus.emit(test.pinged, 1, { ttl: 0 });
    await nextTask();
    expect(seen).toEqual([]);
    expect(bus.deadLetters.list()).toMatchObject([{ reason: 'expired', event, attempts: 0, error: { code: 'event-expired' } }]);
  });

  it('that passes while the event waits for a busy handler makes it a dead letter', async () => {
    const bus = newBus();
    const begun: number[] = [];
    bus.on(test.pinged, ({ data }) => begun.push(data) && new Promise((resolve) => setTimeout(resolve, 100)));
    bus.emit(test.pinged, 1);
    bus.emit(test.pinged, 2, { ttl: 50 });
    bus.emit(test.pinged, 3, { ttl: 500 });
    await vi.advanceTimersByTimeAsync(300);
    expect(begun).toEqual([1, 3]);
    expect(bus.deadLetters.list()).toMatchObject([{ reason: 'expired', event: { data: 2 }, attempts: 0 }]);
    expect(bus.metrics().subscriptions).toMatchObject([{ delivered: 2, failed: 0, dead: 1 }]);
  });

  it('that passes while a task is waited for makes it a dead letter', async () => {
    vi.useRealTimers();
    const bus = newBus();
    const seen: number[] = [];
    bus.on(test.pinged, ({ data }) => seen.push(data), { delivery: 'task' });
    bus.emit(test.pinged, 1, { ttl: 10 });
    await Promise.resolve();
    blockFor(20);
    await vi.waitFor(() => expect(bus.deadLetters.list()).toMatchObject([{ reason: 'expired' }]));
    expect(seen).toEqual([]);
  });

  it.each([
    ['forward', 3_600_000],
    ['back', -3_600_000],
  ])("is the same when the computer's clock jumps an hour %s", async (_where, jump) => {
    const bus = newBus();
    const [begun, late] = [[] as number[], [] as number[]];
    bus.on(test.fleeting, ({ data }) => begun.push(data) && new Promise((resolve) => setTimeout(resolve, 999)));
    for (const data of [1, 2, 3]) bus.emit(test.fleeting, data);
    await vi.advanceTimersByTimeAsync(500);
    vi.setSystemTime(Date.now() + jump);
    bus.on(test.fleeting, ({ data }) => late.push(data));
    await vi.advanceTimersByTimeAsync(500 + 1_000);
    expect([begun, late]).toEqual([[1, 2], [3]]);
    expect(bus.deadLetters.list()).toMatchObject([{ reason: 'expired', event: { data: 3 } }]);
    expect(bus.latest(test.fleeting).get()).toBeUndefined();
  });

  it("is counted by the clock that does not jump, also for events of after the computer's clock jumped", () => {
    const bus = newBus();
    vi.setSystemTime(Date.now() + 3_600_000);
    const { time, expirytime } = bus.emit(test.pinged, 1, { ttl: 500 });
    expect(expirytime).toBe(time - 3_600_000 + 500);
  });

  it('that passes between two tries ends them', async () => {
    const bus = newBus();
    let tries = 0;
    bus.on(test.pinged, () => Promise.reject(++tries), { retry: { attempts: 5, delay: 100, jitter: 0 } });
    const { time } = bus.emit(test.pinged, 1, { ttl: 150 });
    await vi.advanceTimersByTimeAsync(60_000);
    expect(tries).toBe(2);
    expect(bus.deadLetters.list()).toMatchObject([{ reason: 'expired', attempts: 2, firstTime: time, lastTime: time + 300 }]);
  });

  it('tells `onError` nothing: no code of anybody is at fault', async () => {
    const onError = vi.fn();
    const bus = createBus({ source: 'test', hub: createPatientHub(), onError });
    bus.on(test.pinged, () => {});
    bus.emit(test.pinged, 1, { ttl: 0 });
    await nextTask();
    expect(bus.deadLetters.list()).toHaveLength(1);
    expect(onError).not.toHaveBeenCalled();
  });

  it('is over for each subscription by itself: each has a dead letter', async () => {
    const bus = newBus();
    bus.scope({ source: 'one' }).on(test.pinged, () => {});
    bus.scope({ source: 'two' }).on(test.pinged, () => {});
    bus.emit(test.pinged, 1, { ttl: 0 });
    await nextTask();
    expect(bus.deadLetters.list().map(({ subscriber }) => subscriber?.source)).toEqual(['one', 'two']);
  });

  it('of a retained event is over for late subscribers as well, without a dead letter', async () => {
    const bus = newBus();
    bus.emit(test.fleeting, 1);
    await vi.advanceTimersByTimeAsync(1_000);
    const seen: number[] = [];
    bus.on(test.fleeting, ({ data }) => seen.push(data));
    await nextTask();
    expect(seen).toEqual([]);
    expect(bus.deadLetters.list()).toEqual([]);
  });

  it('of a retained event that is not over yet keeps it for late subscribers', async () => {
    const bus = newBus();
    bus.emit(test.fleeting, 1);
    await vi.advanceTimersByTimeAsync(999);
    const seen: number[] = [];
    bus.on(test.fleeting, ({ data }) => seen.push(data));
    await nextTask();
    expect(seen).toEqual([1]);
  });
});

describe('a dead letter of an event that was never tried', () => {
  it('says when it was made, first and last', async () => {
    const bus = newBus();
    bus.on(test.pinged, () => {});
    const { time } = bus.emit(test.pinged, 1, { ttl: 0 });
    await nextTask();
    expect(bus.deadLetters.list()).toMatchObject([{ firstTime: time, lastTime: time }]);
  });
});

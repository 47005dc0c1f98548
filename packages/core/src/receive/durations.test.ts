import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import * as z from 'zod';
import { type Bus, createBus, defineEvent, type Policy, type SubscribeOptions, type SubscriptionMetrics } from '../index.ts';
import { createPatientHub } from '../patient-hub.test.fixture.ts';

const Pause = z.object({ takes: z.number() });
const downcast = { 1: ({ takes }: Pause) => takes };
const paused = defineEvent('test:paused', { version: 2, schema: Pause, retain: 100, downcast });
const pausedOnce = defineEvent('test:paused', { version: 1, schema: z.number() });
const none = { last: 0, mean: 0, max: 0, p50: 0, p95: 0, p99: 0 };
type Pause = z.infer<typeof Pause>;

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

/** The first event of a hub is timed, so one event is enough to be measured. */
function newBus(): Bus {
  return createBus({ source: 'test', hub: createPatientHub(), onError: () => {} });
}

function durationsOf(bus: Bus): Pick<SubscriptionMetrics, 'waitingTime' | 'handlingTime'> {
  return bus.metrics().subscriptions[0]!;
}

const block = ({ data }: { data: Pause }): void => void vi.advanceTimersByTime(data.takes);
const pause = ({ data }: { data: Pause }): Promise<unknown> => new Promise((resolve) => setTimeout(resolve, data.takes));

describe('the waiting time', () => {
  it('is counted from emit until the first try begins', async () => {
    const bus = newBus();
    bus.on(paused, block);
    bus.emit(paused, { takes: 100 });
    vi.advanceTimersByTime(40);
    await vi.advanceTimersByTimeAsync(0);
    expect(durationsOf(bus).waitingTime).toEqual({ last: 40, mean: 40, max: 40, p50: 40, p95: 40, p99: 40 });
  });

  it.each([{}, { delivery: 'task' }] satisfies SubscribeOptions[])(
    'counts the waiting for a busy handler: %j',
    async (options) => {
      const bus = newBus();
      bus.on(paused, pause, options);
      for (let number = 0; number < 801; number++) bus.emit(paused, { takes: 10 });
      await vi.advanceTimersByTimeAsync(20_000);
      const { waitingTime } = durationsOf(bus);
      expect(waitingTime.max).toBeGreaterThan(7_200);
      expect(waitingTime.max).toBeLessThanOrEqual(8_000);
      expect(waitingTime.p50).toBeGreaterThan(2_800);
      expect(waitingTime.p50).toBeLessThan(5_200);
    },
  );

  it('is not that of a further try', async () => {
    const bus = newBus();
    bus.on(
      paused,
      (_event, { attempt }) => {
        if (attempt === 1) throw new Error('no');
      },
      { retry: { attempts: 1, delay: 500, jitter: 0 } },
    );
    bus.emit(paused, { takes: 0 });
    await vi.advanceTimersByTimeAsync(500);
    expect(bus.metrics()).toMatchObject({ delivered: 1, subscriptions: [{ failed: 1, waitingTime: none }] });
  });

  it('is not measured of replays', async () => {
    const bus = newBus();
    for (let number = 0; number < 100; number++) bus.emit(paused, { takes: 1 });
    await vi.advanceTimersByTimeAsync(5_000);
    bus.on(paused, pause);
    await vi.advanceTimersByTimeAsync(5_000);
    expect(durationsOf(bus).waitingTime).toEqual(none);
    expect(durationsOf(bus).handlingTime).toMatchObject({ last: 1, mean: 1, max: 1 });
  });

  it('of a redriven event is counted from the redrive', async () => {
    const bus = newBus();
    const fail = vi.fn().mockRejectedValueOnce(new Error('no'));
    bus.on(paused, fail);
    bus.emit(paused, { takes: 0 });
    await vi.advanceTimersByTimeAsync(5_000);
    bus.deadLetters.redrive(() => true);
    vi.advanceTimersByTime(70);
    await vi.advanceTimersByTimeAsync(0);
    expect(durationsOf(bus).waitingTime).toMatchObject({ last: 70, max: 70 });
  });

  it('is measured of what is cast, too', async () => {
    const bus = newBus();
    const other = createBus({ source: 'other', hub: bus.hub });
    other.on(pausedOnce, () => {});
    bus.emit(paused, { takes: 0 });
    vi.advanceTimersByTime(40);
    await vi.advanceTimersByTimeAsync(0);
    expect(durationsOf(bus)).toMatchObject({ waitingTime: { last: 40 } });
  });
});

describe('the handling time', () => {
  it.each([
    ['has returned', block],
    ['has resolved', pause],
    ['has thrown', (event: { data: Pause }) => fail(block(event))],
    ['has rejected', (event: { data: Pause }) => pause(event).then(() => fail())],
  ])('is counted until the handler %s', async (_how, handler) => {
    const bus = newBus();
    bus.on(paused, handler);
    bus.emit(paused, { takes: 30 });
    await vi.advanceTimersByTimeAsync(100);
    expect(durationsOf(bus).handlingTime).toMatchObject({ last: 30, mean: 30, max: 30 });
  });

  it('is that of each try, until the time-out at most', async () => {
    const bus = newBus();
    const takes = (_event: unknown, { attempt }: { attempt: number }): Promise<unknown> =>
      attempt === 1 ? new Promise(() => {}) : pause({ data: { takes: 20 } });
    bus.on(paused, takes, { timeout: 80, retry: 1 });
    bus.emit(paused, { takes: 0 });
    await vi.advanceTimersByTimeAsync(1_000);
    expect(durationsOf(bus).handlingTime).toMatchObject({ last: 20, mean: 50, max: 80 });
  });

  it('is not measured of what has expired or a policy has refused: those are no tries', async () => {
    const bus = newBus();
    const refuse: Policy = { execute: () => new Promise((_resolve, reject) => setTimeout(reject, 50)) };
    bus.on(paused, block, { policy: refuse });
    bus.emit(paused, { takes: 10 });
    await vi.advanceTimersByTimeAsync(100);
    expect(bus.metrics().subscriptions).toMatchObject([{ dead: 1, failed: 0, handlingTime: none }]);
    expect(bus.deadLetters.list()).toMatchObject([{ reason: 'refused', attempts: 0 }]);
  });
});

function fail(_after?: unknown): never {
  throw new Error('no');
}

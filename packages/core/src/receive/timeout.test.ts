import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import * as z from 'zod';
import { type Bus, type BusError, createBus, defineEvent } from '../index.ts';
import { createPatientHub } from '../patient-hub.test.fixture.ts';

const pinged = defineEvent('test:pinged', { version: 1, schema: z.number() });

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

function newBus(): { bus: Bus; errors: BusError[] } {
  const errors: BusError[] = [];
  return { bus: createBus({ source: 'test', hub: createPatientHub(), onError: (error) => errors.push(error) }), errors };
}

/** Works until it is told to stop. */
async function untilAborted(_event: unknown, { signal }: { signal: AbortSignal }): Promise<void> {
  await new Promise((_, reject) => signal.addEventListener('abort', () => reject(signal.reason)));
}

function lasting(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}

describe('timeout', () => {
  it('makes a dead letter of an event whose handler takes longer, with `timed-out` as the cause', async () => {
    const { bus, errors } = newBus();
    bus.on(pinged, () => new Promise(() => {}), { timeout: 50 });
    bus.emit(pinged, 1);
    await vi.advanceTimersByTimeAsync(49);
    expect(errors).toEqual([]);
    await vi.advanceTimersByTimeAsync(1);
    const timedOut = { code: 'timed-out', details: { type: 'test:pinged', source: 'test', after: 50 } };
    expect(errors).toMatchObject([{ code: 'handler-failed', cause: timedOut }]);
    expect(bus.deadLetters.list()).toMatchObject([{ reason: 'failed', attempts: 1, error: errors[0] }]);
  });

  it("aborts the handler's signal with the same error", async () => {
    const { bus } = newBus();
    const given: AbortSignal[] = [];
    bus.on(pinged, (_event, { signal }) => given.push(signal) && new Promise(() => {}), { timeout: 50 });
    bus.emit(pinged, 1);
    await vi.advanceTimersByTimeAsync(50);
    expect(given[0]?.reason).toMatchObject({ code: 'timed-out' });
  });

  it('begins the next event, though the handler goes on', async () => {
    const { bus } = newBus();
    const begun: number[] = [];
    bus.on(pinged, ({ data }) => begun.push(data) && new Promise(() => {}), { timeout: 50 });
    for (const data of [1, 2]) bus.emit(pinged, data);
    await vi.advanceTimersByTimeAsync(60);
    expect(begun).toEqual([1, 2]);
  });

  it('does not touch a handler that is done in time', async () => {
    const { bus } = newBus();
    const aborted: unknown[] = [];
    const work = (_event: unknown, { signal }: { signal: AbortSignal }): Promise<void> => {
      signal.addEventListener('abort', () => aborted.push(signal.reason));
      return lasting(40);
    };
    bus.on(pinged, work, { timeout: 50 });
    bus.emit(pinged, 1);
    await vi.advanceTimersByTimeAsync(1_000);
    expect(bus.metrics().delivered).toBe(1);
    expect([...aborted, ...bus.deadLetters.list()]).toEqual([]);
  });

  it('leaves no timer behind when the handler is done', async () => {
    const { bus } = newBus();
    bus.on(pinged, () => {}, { timeout: 1_000 });
    bus.on(pinged, async () => {}, { timeout: 1_000 });
    bus.on(pinged, () => Promise.reject(new Error('no')), { timeout: 1_000 });
    bus.emit(pinged, 1);
    await vi.advanceTimersByTimeAsync(10);
    expect(vi.getTimerCount()).toBe(0);
  });

  it('does not count what a handler does after its time', async () => {
    const { bus, errors } = newBus();
    bus.on(pinged, ({ data }) => lasting(100).then(() => data === 2 && Promise.reject(new Error('late'))), { timeout: 50 });
    for (const data of [1, 2]) bus.emit(pinged, data);
    await vi.advanceTimersByTimeAsync(1_000);
    expect(bus.metrics().subscriptions).toMatchObject([{ delivered: 0, failed: 2, dead: 2 }]);
    expect(errors).toHaveLength(2);
  });

  it('has passed, though the handler gives in as soon as it is aborted', async () => {
    const { bus } = newBus();
    const giveIn = (_event: unknown, { signal }: { signal: AbortSignal }): Promise<unknown> =>
      new Promise((resolve) => signal.addEventListener('abort', resolve));
    bus.on(pinged, giveIn, { timeout: 50 });
    bus.emit(pinged, 1);
    await vi.advanceTimersByTimeAsync(100);
    expect(bus.metrics().subscriptions).toMatchObject([{ delivered: 0, failed: 1, dead: 1 }]);
  });

  it('is counted for each try by itself', async () => {
    const { bus } = newBus();
    const work = (_event: unknown, { attempt }: { attempt: number }): Promise<void> => lasting(attempt === 1 ? 60 : 40);
    bus.on(pinged, work, { timeout: 50, retry: { attempts: 1, delay: 20, jitter: 0 } });
    bus.emit(pinged, 1);
    await vi.advanceTimersByTimeAsync(1_000);
    expect(bus.metrics().subscriptions).toMatchObject([{ delivered: 1, failed: 1, retried: 1, dead: 0 }]);
  });

  it.each([
    { how: 'heeds its signal', handler: untilAborted },
    { how: 'never settles', handler: () => new Promise(() => {}) },
    { how: 'settles while the next try waits', handler: () => lasting(55) },
    { how: 'settles while the next try runs', handler: () => lasting(75) },
  ])('and `retry` together try again, up to the last try, a handler that $how', async ({ handler }) => {
    const { bus, errors } = newBus();
    const attempts: number[] = [];
    const counted: typeof untilAborted = (event, context) => {
      attempts.push((context as unknown as { attempt: number }).attempt);
      return handler(event, context) as Promise<void>;
    };
    bus.on(pinged, counted, { timeout: 50, retry: { attempts: 2, delay: 10, factor: 1, jitter: 0 } });
    bus.emit(pinged, 1);
    await vi.advanceTimersByTimeAsync(1_000);
    expect(attempts).toEqual([1, 2, 3]);
    expect(bus.deadLetters.list()).toMatchObject([{ reason: 'failed', attempts: 3 }]);
    expect(errors).toHaveLength(1);
    expect(vi.getTimerCount()).toBe(0);
  });

  it('begins the next event after the last try has timed out', async () => {
    const { bus } = newBus();
    const begun: number[] = [];
    const counted = (event: { data: number }, context: { signal: AbortSignal }): Promise<void> => {
      begun.push(event.data);
      return untilAborted(event, context);
    };
    bus.on(pinged, counted, { timeout: 50, retry: { attempts: 1, delay: 10 } });
    for (const data of [1, 2]) bus.emit(pinged, data);
    await vi.advanceTimersByTimeAsync(1_000);
    expect(begun).toEqual([1, 1, 2, 2]);
  });

  it.each([Number.POSITIVE_INFINITY, 2 ** 31])('of %s ms is long, not short', async (timeout) => {
    const { bus } = newBus();
    bus.on(pinged, () => lasting(60_000), { timeout });
    bus.emit(pinged, 1);
    await vi.advanceTimersByTimeAsync(60_000);
    expect(bus.metrics().delivered).toBe(1);
    expect(bus.deadLetters.list()).toEqual([]);
  });

  it('waits for thenables of other libraries, too', async () => {
    const { bus } = newBus();
    const then = (resolve: () => void): void => void setTimeout(resolve, 40);
    bus.on(pinged, () => Object.defineProperty({}, 'then', { value: then }), { timeout: 50 });
    bus.emit(pinged, 1);
    await vi.advanceTimersByTimeAsync(1_000);
    expect(bus.metrics().delivered).toBe(1);
    expect(bus.deadLetters.list()).toEqual([]);
  });

  it('ends with the subscription', async () => {
    const { bus, errors } = newBus();
    const stop = bus.on(pinged, untilAborted, { timeout: 50 });
    bus.emit(pinged, 1);
    await vi.advanceTimersByTimeAsync(10);
    stop();
    expect(vi.getTimerCount()).toBe(0);
    await vi.advanceTimersByTimeAsync(1_000);
    expect([...errors, ...bus.deadLetters.list()]).toEqual([]);
  });
});

import * as fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import * as z from 'zod';
import { type Bus, type BusError, createBus, defineEvent, type RetryOptions, type SubscribeOptions } from '../index.ts';
import { createPatientHub } from '../patient-hub.test.fixture.ts';

const pinged = defineEvent('test:pinged', { version: 1, schema: z.number() });
const failure = new Error('not yet');

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

function newBus(): { bus: Bus; errors: BusError[] } {
  const errors: BusError[] = [];
  return { bus: createBus({ source: 'test', hub: createPatientHub(), onError: (error) => errors.push(error) }), errors };
}

/** Lets a handler fail until its retries are used up; answers the milliseconds between its tries. */
async function gaps(options: SubscribeOptions): Promise<number[]> {
  const { bus } = newBus();
  const times: number[] = [];
  const fail = (): never => {
    times.push(Date.now());
    throw failure;
  };
  bus.on(pinged, fail, options);
  bus.emit(pinged, 1);
  await vi.advanceTimersByTimeAsync(600_000);
  return times.slice(1).map((time, index) => time - times[index]!);
}

describe('retry', () => {
  it('tries a failing handler as often again as it is told, and says which try it is', async () => {
    const { bus, errors } = newBus();
    const attempts: number[] = [];
    const fail = (_event: unknown, { attempt }: { attempt: number }): never => {
      attempts.push(attempt);
      throw failure;
    };
    bus.on(pinged, fail, { retry: 2 });
    bus.emit(pinged, 1);
    await vi.advanceTimersByTimeAsync(60_000);
    expect(attempts).toEqual([1, 2, 3]);
    expect(errors).toMatchObject([{ code: 'handler-failed', details: { attempts: 3 }, cause: failure }]);
    expect(bus.deadLetters.list()).toMatchObject([{ reason: 'failed', attempts: 3 }]);
  });

  it('is done with the first try that succeeds: no dead letter, no report', async () => {
    const { bus, errors } = newBus();
    bus.on(pinged, (_event, { attempt }) => (attempt < 3 ? Promise.reject(failure) : undefined), { retry: 5 });
    bus.emit(pinged, 1);
    await vi.advanceTimersByTimeAsync(60_000);
    expect(bus.metrics().subscriptions).toMatchObject([{ delivered: 1, failed: 2, retried: 2, dead: 0 }]);
    expect([...errors, ...bus.deadLetters.list()]).toEqual([]);
    expect(vi.getTimerCount()).toBe(0);
  });

  it.each([0, undefined])('%s means one try', async (retry) => {
    expect(await gaps({ retry })).toEqual([]);
  });

  it('waits 100 ms, then twice as long each time, less a fifth at random', async () => {
    vi.spyOn(Math, 'random').mockReturnValue(0);
    expect(await gaps({ retry: 4 })).toEqual([100, 200, 400, 800]);
    vi.spyOn(Math, 'random').mockReturnValue(1 - Number.EPSILON);
    expect(await gaps({ retry: 4 })).toEqual([80, 160, 320, 640]);
  });

  it('waits 30 seconds at most', async () => {
    expect(await gaps({ retry: { attempts: 12, jitter: 0 } })).toEqual([
      100, 200, 400, 800, 1_600, 3_200, 6_400, 12_800, 25_600, 30_000, 30_000, 30_000,
    ]);
  });

  it('waits long, not shortly, where a delay is longer than timers can be', async () => {
    expect(await gaps({ retry: { attempts: 1, delay: 2 ** 31, maxDelay: Number.POSITIVE_INFINITY, jitter: 0 } })).toEqual([]);
  });

  it('waits by `delay`, `factor` and `maxDelay`', async () => {
    expect(await gaps({ retry: { attempts: 4, delay: 10, factor: 3, maxDelay: 100, jitter: 0 } })).toEqual([10, 30, 90, 100]);
  });

  it('takes a share of up to `jitter` off each delay, and adds nothing', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.record({
          attempts: fc.integer({ min: 1, max: 4 }),
          delay: fc.integer({ min: 10, max: 500 }),
          jitter: fc.double({ min: 0, max: 1, noNaN: true }),
        }),
        async (retry: RetryOptions) => {
          const waited = await gaps({ retry });
          expect(waited).toHaveLength(retry.attempts);
          waited.forEach((gap, index) => {
            const full = retry.delay! * 2 ** index;
            // Timers go in whole milliseconds.
            expect(gap).toBeGreaterThanOrEqual(Math.floor(full * (1 - retry.jitter!)));
            expect(gap).toBeLessThanOrEqual(full);
          });
        },
      ),
      { numRuns: 50 },
    );
  });

  it('makes the event the cause of what the handler emits in a further try', async () => {
    const { bus } = newBus();
    const answered = defineEvent('test:answered', { version: 1, schema: z.number() });
    const causes: unknown[] = [];
    bus.on(answered, ({ causationid }) => causes.push(causationid));
    const answer = (_event: unknown, { attempt }: { attempt: number }): void => {
      if (attempt === 1) throw failure;
      bus.emit(answered, 1);
    };
    bus.on(pinged, answer, { retry: 1 });
    const { id } = bus.emit(pinged, 1);
    await vi.advanceTimersByTimeAsync(1_000);
    expect(causes).toEqual([id]);
  });

  it('says in the dead letter when the first and when the last try failed', async () => {
    const { bus } = newBus();
    bus.on(pinged, () => Promise.reject(failure), { retry: { attempts: 2, jitter: 0 } });
    const { time } = bus.emit(pinged, 1);
    await vi.advanceTimersByTimeAsync(1_000);
    expect(bus.deadLetters.list()).toMatchObject([{ firstTime: time, lastTime: time + 300 }]);
  });
});

describe('retry.when', () => {
  it('is asked with the error and the try, and ends it by answering false', async () => {
    const { bus } = newBus();
    const asked: unknown[] = [];
    const when = (error: unknown, attempt: number): boolean => {
      asked.push([error, attempt]);
      return attempt < 2;
    };
    bus.on(pinged, () => Promise.reject(failure), { retry: { attempts: 5, when } });
    bus.emit(pinged, 1);
    await vi.advanceTimersByTimeAsync(60_000);
    expect(asked).toEqual([
      [failure, 1],
      [failure, 2],
    ]);
    expect(bus.deadLetters.list()).toMatchObject([{ reason: 'failed', attempts: 2 }]);
  });

  it('cannot grant more tries than `attempts`', async () => {
    expect(await gaps({ retry: { attempts: 2, jitter: 0, when: () => true } })).toHaveLength(2);
  });

  it('that throws ends the tries, and is reported beside the failure', async () => {
    const { bus, errors } = newBus();
    const complaint = new Error('when is broken');
    const when = (): never => {
      throw complaint;
    };
    bus.on(pinged, () => Promise.reject(failure), { retry: { attempts: 5, when } });
    bus.emit(pinged, 1);
    await vi.advanceTimersByTimeAsync(60_000);
    expect(errors).toMatchObject([
      { code: 'callback-failed', details: { callback: 'retry.when' }, cause: complaint },
      { code: 'handler-failed', cause: failure },
    ]);
    expect(bus.deadLetters.list()).toMatchObject([{ reason: 'failed', attempts: 1 }]);
  });

  it.each([
    { how: 'says no', when: async () => false },
    { how: 'rejects', when: () => Promise.reject(failure) },
  ])('that answers with a promise that $how ends the tries, and is reported', async ({ when }) => {
    const { bus, errors } = newBus();
    bus.on(pinged, () => Promise.reject(failure), { retry: { attempts: 5, when: when as never } });
    bus.emit(pinged, 1);
    await vi.advanceTimersByTimeAsync(60_000);
    expect(errors.map(({ code }) => code)).toContain('async-callback');
    expect(bus.deadLetters.list()).toMatchObject([{ reason: 'failed', attempts: 1 }]);
  });
});

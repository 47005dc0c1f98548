import { describe, expect, it, vi } from 'vitest';
import * as z from 'zod';
import { type Bus, type BusError, createBus, defineEvent, type Policy } from '../index.ts';
import { nextTask } from '../next-task.test.fixture.ts';
import { createPatientHub } from '../patient-hub.test.fixture.ts';

const pinged = defineEvent('test:pinged', { version: 1, schema: z.number() });
const failure = new Error('the server is down');
const open = new Error('the breaker is open');

function newBus(): { bus: Bus; errors: BusError[] } {
  const errors: BusError[] = [];
  return { bus: createBus({ source: 'test', hub: createPatientHub(), onError: (error) => errors.push(error) }), errors };
}

/** A consecutive breaker in the shape of cockatiel's: opens after that many failures, and stays open. */
function breakerAfter(failures: number): Policy {
  let failed = 0;
  return {
    async execute(run, signal = new AbortController().signal) {
      if (failed >= failures) throw open;
      try {
        return await run({ signal });
      } catch (error) {
        failed++;
        throw error;
      }
    },
  };
}

/** A policy that tries twice, in the shape of cockatiel's. */
const twice: Policy = {
  async execute(run, signal = new AbortController().signal) {
    try {
      return await run({ signal });
    } catch {
      return run({ signal });
    }
  },
};

describe('policy', () => {
  it('lets the handler run, and its success counts', async () => {
    const { bus } = newBus();
    const seen: number[] = [];
    bus.on(pinged, ({ data }) => seen.push(data), { policy: breakerAfter(1) });
    for (const data of [1, 2, 3]) bus.emit(pinged, data);
    await vi.waitFor(() => expect(bus.metrics().delivered).toBe(3));
    expect(seen).toEqual([1, 2, 3]);
    expect(bus.deadLetters.list()).toEqual([]);
  });

  it("passes the handler's failure on", async () => {
    const { bus, errors } = newBus();
    bus.on(pinged, () => Promise.reject(failure), { policy: breakerAfter(5) });
    bus.emit(pinged, 1);
    await vi.waitFor(() => expect(bus.deadLetters.list()).toHaveLength(1));
    expect(bus.deadLetters.list()).toMatchObject([{ reason: 'failed', attempts: 1 }]);
    expect(errors).toMatchObject([{ code: 'handler-failed', cause: failure }]);
  });

  it('that refuses makes the event a dead letter `refused` at once, whatever `retry` says', async () => {
    const { bus } = newBus();
    bus.on(pinged, () => {}, { policy: breakerAfter(0), retry: 5 });
    bus.emit(pinged, 1);
    await nextTask();
    expect(bus.deadLetters.list()).toMatchObject([{ reason: 'refused', error: { code: 'policy-refused' } }]);
    expect(bus.deadLetters.list()[0]).toHaveProperty('error.cause', open);
    expect(bus.metrics().subscriptions).toMatchObject([{ dead: 1, retried: 0 }]);
  });

  it('that refuses tells `onError` nothing: no code of anybody is at fault', async () => {
    const { bus, errors } = newBus();
    bus.on(pinged, () => {}, { policy: breakerAfter(0) });
    bus.emit(pinged, 1);
    await nextTask();
    expect(errors).toEqual([]);
  });

  it.each([
    ['a newer event has come', (bus: Bus) => void bus.emit(pinged, 2)],
    ['the subscription has ended', (_bus: Bus, stop: () => void) => stop()],
  ])('that refuses once %s tells `onError` nothing either', async (_why, happen) => {
    const { bus, errors } = newBus();
    let refuse = (): void => {};
    const policy = { execute: () => new Promise<never>((_resolve, reject) => (refuse = () => reject(open))) };
    const stop = bus.on(pinged, () => {}, { policy, overlap: 'switch' });
    bus.emit(pinged, 1);
    await nextTask();
    const late = refuse;
    happen(bus, stop);
    await nextTask();
    late();
    await nextTask();
    expect(errors).toEqual([]);
  });

  it('that throws instead of answering has refused, too', async () => {
    const { bus } = newBus();
    const policy = {
      execute(): never {
        throw open;
      },
    };
    bus.on(pinged, () => {}, { policy });
    bus.emit(pinged, 1);
    await nextTask();
    expect(bus.deadLetters.list()).toMatchObject([{ reason: 'refused' }]);
  });

  it('goes around each try: a breaker that opens between two ends the retries', async () => {
    vi.useFakeTimers();
    const { bus } = newBus();
    let tries = 0;
    bus.on(pinged, () => Promise.reject(++tries), { policy: breakerAfter(2), retry: 5 });
    bus.emit(pinged, 1);
    await vi.advanceTimersByTimeAsync(60_000);
    vi.useRealTimers();
    expect(tries).toBe(2);
    expect(bus.deadLetters.list()).toMatchObject([{ reason: 'refused' }]);
  });

  it('that says it is open ends the retries of the event that failed at once, as `failed`', async () => {
    const { bus } = newBus();
    const policy = { execute: async (run: Parameters<Policy['execute']>[0]) => run(new AbortController()), state: 'open' };
    bus.on(pinged, () => Promise.reject(failure), { policy, retry: 5 });
    bus.emit(pinged, 1);
    await nextTask();
    expect(bus.deadLetters.list()).toMatchObject([{ reason: 'failed', attempts: 1, error: { cause: failure } }]);
  });

  it('may try again by itself, and its success is what counts', async () => {
    const { bus } = newBus();
    let tries = 0;
    bus.on(pinged, () => (++tries === 1 ? Promise.reject(failure) : undefined), { policy: twice });
    bus.emit(pinged, 1);
    await vi.waitFor(() => expect(bus.metrics().delivered).toBe(1));
    expect(tries).toBe(2);
    expect(bus.deadLetters.list()).toEqual([]);
  });

  it('may be shared by subscriptions: what one learns, the other is spared', async () => {
    const { bus } = newBus();
    const policy = breakerAfter(1);
    let spared = 0;
    bus.on(pinged, () => Promise.reject(failure), { policy });
    bus.emit(pinged, 1);
    await vi.waitFor(() => expect(bus.deadLetters.list()).toHaveLength(1));
    bus.on(pinged, () => ++spared, { policy });
    bus.emit(pinged, 2);
    await vi.waitFor(() => expect(bus.deadLetters.list()).toHaveLength(3));
    expect(spared).toBe(0);
  });

  it("gives the handler the policy's signal", async () => {
    const { bus } = newBus();
    const own = new AbortController();
    const given: AbortSignal[] = [];
    bus.on(pinged, (_event, { signal }) => given.push(signal), {
      policy: { execute: async (run) => run({ signal: own.signal }) },
    });
    bus.emit(pinged, 1);
    await nextTask();
    expect(given).toEqual([own.signal]);
  });

  it('is given a signal that aborts when the subscription ends', async () => {
    const { bus } = newBus();
    const given: (AbortSignal | undefined)[] = [];
    const policy: Policy = {
      execute: (_run, signal) => {
        given.push(signal);
        return new Promise(() => {});
      },
    };
    const stop = bus.on(pinged, () => {}, { policy });
    bus.emit(pinged, 1);
    await nextTask();
    expect(given[0]?.aborted).toBe(false);
    stop();
    expect(given[0]?.aborted).toBe(true);
  });

  it('makes the event the cause of what the handler emits', async () => {
    const { bus } = newBus();
    const answered = defineEvent('test:answered', { version: 1, schema: z.number() });
    const causes: unknown[] = [];
    bus.on(answered, ({ causationid }) => causes.push(causationid));
    bus.on(pinged, ({ data }) => void bus.emit(answered, data), { policy: breakerAfter(1) });
    const { id } = bus.emit(pinged, 1);
    await vi.waitFor(() => expect(causes).toEqual([id]));
  });
});

import { defineEvent } from '@busbar/core';
import { ConstantBackoff, handleAll, retry } from 'cockatiel';
import fc from 'fast-check';
import { afterEach, describe, expect, it, vi } from 'vitest';
import * as z from 'zod';
import { createTestBus } from '../create-test-bus.ts';

const counted = defineEvent('test:counted', { version: 1, schema: z.number() });
const page = { setTimeout, performance, Date, setImmediate: (globalThis as { setImmediate?: unknown }).setImmediate };

function isReal(): boolean {
  return setTimeout === page.setTimeout && performance === page.performance && Date === page.Date;
}

afterEach(() => {
  vi.useRealTimers();
});

describe('virtual time', () => {
  it('passes for timers and clocks of the page when the bus is told to, and not before', async () => {
    using bus = createTestBus({ time: 'virtual' });
    const told: number[] = [];
    const [begun, clock] = [Date.now(), performance.now()];
    setTimeout(() => told.push(Date.now() - begun, performance.now() - clock), 60_000);
    await bus.flush();
    expect(told).toEqual([]);
    await bus.advance(60_000);
    expect(told).toEqual([60_000, 60_000]);
  });

  it('lets what follows from a timer happen before the next timer', async () => {
    using bus = createTestBus({ time: 'virtual' });
    const told: string[] = [];
    setTimeout(async () => {
      await Promise.resolve();
      bus.emit(counted, 1);
    }, 10);
    setTimeout(() => told.push('second timer'), 11);
    bus.on(counted, async () => {
      await Promise.resolve();
      told.push('event');
    });
    await bus.advance(20);
    expect(told).toEqual(['event', 'second timer']);
  });

  it('moves retries, time-outs and time to live', async () => {
    using bus = createTestBus({ time: 'virtual' });
    const tries: number[] = [];
    bus.on(
      counted,
      () => {
        tries.push(performance.now());
        return new Promise(() => {});
      },
      { retry: { attempts: 2, delay: 1_000, jitter: 0 }, timeout: 500 },
    );
    bus.emit(counted, 1, { ttl: 3_600 });
    await bus.advance(60_000);
    expect(tries.map((time) => time - tries[0]!)).toEqual([0, 1_500]);
    expect(bus.deadLetters.list()).toMatchObject([{ reason: 'expired', attempts: 2 }]);
  });

  it('moves policies of cockatiel', async () => {
    using bus = createTestBus({ time: 'virtual' });
    let tries = 0;
    const policy = retry(handleAll, { maxAttempts: 5, backoff: new ConstantBackoff(10_000) });
    const handler = () => {
      if (++tries < 4) throw new Error('Not yet.');
    };
    bus.on(counted, handler, { policy });
    bus.emit(counted, 1);
    await bus.advance(29_999);
    expect(tries).toBe(3);
    await bus.advance(1);
    expect(tries).toBe(4);
  });

  it('can be shared by buses, and ends with the last of them', () => {
    const [one, other] = [createTestBus({ time: 'virtual' }), createTestBus({ time: 'virtual' })];
    one.dispose();
    one.dispose();
    expect(isReal()).toBe(false);
    other.dispose();
    expect(isReal()).toBe(true);
  });

  it('ends also where the bus could not be made', () => {
    expect(() => createTestBus({ time: 'virtual', source: '' })).toThrow();
    expect(isReal()).toBe(true);
  });

  it('is that of the fake timers that are there already, which stay', async () => {
    vi.useFakeTimers({ now: 1_000 });
    const bus = createTestBus({ time: 'virtual' });
    bus.on(
      counted,
      async () => {
        await new Promise((resolve) => setTimeout(resolve, 50));
        bus.emit(counted, Date.now(), { cause: false });
      },
      { where: ({ data }) => data === 0 },
    );
    bus.emit(counted, 0);
    await bus.advance(50);
    bus.dispose();
    expect(bus.emitted(counted).map(({ data }) => data)).toEqual([0, 1_050]);
    expect([vi.isFakeTimers(), Date.now()]).toEqual([true, 1_050]);
  });

  it('is over when those fake timers are taken away, and says so', async () => {
    vi.useFakeTimers();
    using bus = createTestBus({ time: 'virtual' });
    vi.useRealTimers();
    await expect(bus.advance(1)).rejects.toThrow('The fake timers of this test bus were taken away');
  });

  it('cannot begin where fake timers leave `setTimeout` alone', () => {
    vi.useFakeTimers({ toFake: ['Date'] });
    expect(() => createTestBus({ time: 'virtual' })).toThrow('leave `setTimeout` alone');
  });

  it('has a way out of handlers that emit for each other for ever', async () => {
    using bus = createTestBus({ time: 'virtual', onError: () => {} });
    bus.on(counted, async ({ data }) => {
      await Promise.resolve();
      bus.emit(counted, data + 1);
    });
    bus.emit(counted, 1);
    await bus.advance(1);
    expect(bus.deadLetters.list(({ reason }) => reason === 'rejected')).toMatchObject([
      { error: { message: expect.stringContaining('More than 100000 events were emitted at one moment') } },
    ]);
  });
});

describe('advance', () => {
  it('runs all timers though one throws, which it tells', async () => {
    using bus = createTestBus({ time: 'virtual' });
    const told: number[] = [];
    setTimeout(() => {
      throw new Error('Not this one.');
    }, 1);
    setTimeout(() => told.push(2), 2);
    await expect(bus.advance(5)).rejects.toThrow('Not this one.');
    expect(told).toEqual([2]);
  });

  it('goes further than a timer can wait', async () => {
    using bus = createTestBus({ time: 'virtual' });
    const [before, year] = [Date.now(), 365 * 24 * 3_600_000];
    await bus.advance(year);
    expect(Date.now() - before).toBe(year);
  });

  it('takes whole milliseconds from 0 on', async () => {
    using bus = createTestBus({ time: 'virtual' });
    for (const wrong of [-1, 0.5, Number.NaN, Infinity])
      await expect(bus.advance(wrong)).rejects.toThrow('advance takes whole milliseconds');
  });

  it('says in real time what else there is', async () => {
    using bus = createTestBus();
    await expect(bus.advance(1)).rejects.toThrow('createTestBus({ time: "virtual" })');
  });

  it('is the same in one step as in several', async () => {
    const programs = fc.array(
      fc.record({
        at: fc.nat(100),
        delivery: fc.constantFrom('microtask', 'task', 'frame', 'idle', 'sync'),
        takes: fc.nat(30),
        fails: fc.boolean(),
      }),
      { minLength: 1, maxLength: 6 },
    );
    await fc.assert(
      fc.asyncProperty(programs, fc.array(fc.nat(60), { minLength: 1, maxLength: 5 }), async (program, steps) => {
        const whole = steps.reduce((sum, step) => sum + step, 0);
        expect(await run(program, steps)).toEqual(await run(program, [whole]));
      }),
      { numRuns: 20 },
    );
  });
});

interface Act {
  readonly at: number;
  readonly delivery: 'microtask' | 'task' | 'frame' | 'idle' | 'sync';
  readonly takes: number;
  readonly fails: boolean;
}

/** Runs a program of timers, slow handlers and retries; answers what was handled, and when. */
async function run(program: readonly Act[], steps: readonly number[]): Promise<string[]> {
  using bus = createTestBus({ time: 'virtual', onError: () => {} });
  const begun = performance.now();
  const told: string[] = [];
  for (const [index, { at, delivery, takes, fails }] of program.entries()) {
    const handler = async ({ data }: { data: number }, { attempt }: { attempt: number }) => {
      told.push(`${index} begins ${data} at ${performance.now() - begun}`);
      await new Promise((resolve) => setTimeout(resolve, takes));
      told.push(`${index} ends ${data} at ${performance.now() - begun}`);
      if (fails && attempt === 1) throw new Error('Once more.');
    };
    bus.on(counted, handler, { delivery, retry: { attempts: 1, delay: 20, jitter: 0 } });
    setTimeout(() => bus.emit(counted, index), at);
  }
  for (const step of steps) await bus.advance(step);
  return told;
}

import { defineEvent } from '@busbar/core';
import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { createTestBus } from '../create-test-bus.ts';

const counted = defineEvent('test:counted', { version: 1, schema: z.number() });
const modes = ['microtask', 'sync', 'task', 'frame', 'idle'] as const;

describe.each(['real', 'virtual'] as const)('flush in %s time', (time) => {
  it('has everything handled that waits, in every delivery mode, slow handlers included', async () => {
    using bus = createTestBus({ time });
    const heard: string[] = [];
    for (const delivery of modes)
      bus.on(
        counted,
        async ({ data }) => {
          for (let turn = 0; turn < 5; turn++) await Promise.resolve();
          heard.push(`${delivery} ${data}`);
        },
        { delivery },
      );
    bus.emit(counted, 1);
    bus.emit(counted, 2);
    await bus.flush();
    expect(heard.sort()).toEqual(modes.flatMap((delivery) => [`${delivery} 1`, `${delivery} 2`]).sort());
  });

  it('follows what handlers emit in answer, to the end', async () => {
    using bus = createTestBus({ time });
    const heard: number[] = [];
    bus.on(
      counted,
      ({ data }) => {
        heard.push(data);
        if (data < 20) bus.emit(counted, data + 1);
      },
      { delivery: 'task' },
    );
    bus.emit(counted, 1);
    await bus.flush();
    expect(heard).toHaveLength(20);
  });

  it('does not wait for a handler that waits for something else', async () => {
    using bus = createTestBus({ time });
    let isOver = false;
    let goOn = (): void => {};
    bus.on(counted, async () => {
      await new Promise<void>((resolve) => {
        goOn = resolve;
      });
      isOver = true;
    });
    bus.emit(counted, 1);
    await bus.flush();
    expect([isOver, bus.metrics().subscriptions[0]!.running]).toEqual([false, 1]);
    goOn();
    await bus.flush();
    expect(isOver).toBe(true);
  });

  it('gives up on handlers that emit for each other for ever, and says who', async () => {
    using bus = createTestBus({ time, source: 'ring' });
    const stop = bus.on(counted, ({ data }) => void bus.emit(counted, data + 1, { cause: false }), { delivery: 'task' });
    bus.emit(counted, 1);
    await expect(bus.flush()).rejects.toThrow(/^The hub has not come to rest after 5000 turns\. Busy: "ring" on test:counted/);
    stop();
  }, 20_000);
});

describe('flush', () => {
  it('lets no virtual time pass, so that retries stay for later', async () => {
    using bus = createTestBus({ time: 'virtual', onError: () => {} });
    let tries = 0;
    bus.on(
      counted,
      () => {
        if (++tries === 1) throw new Error('Once more.');
      },
      { retry: 1 },
    );
    bus.emit(counted, 1);
    const before = Date.now();
    await bus.flush();
    expect([tries, Date.now() - before]).toEqual([1, 0]);
    await bus.advance(1_000);
    expect(tries).toBe(2);
  });
});

import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import * as z from 'zod';
import { type Bus, type BusError, createBus, defineEvent, type SubscribeOptions } from '../index.ts';
import { createPatientHub } from '../patient-hub.test.fixture.ts';

const pinged = defineEvent('test:pinged', { version: 1, schema: z.number() });
const failure = new Error('not yet');

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

function newBus(): { bus: Bus; errors: BusError[] } {
  const errors: BusError[] = [];
  return { bus: createBus({ source: 'test', hub: createPatientHub(), onError: (error) => errors.push(error) }), errors };
}

describe('while one event waits for its next try', () => {
  async function handled(options: SubscribeOptions): Promise<number[]> {
    const { bus } = newBus();
    const done: number[] = [];
    bus.on(
      pinged,
      ({ data }, { attempt }) => (data === 1 && attempt < 3 ? Promise.reject(failure) : void done.push(data)),
      options,
    );
    for (const data of [1, 2, 3]) bus.emit(pinged, data);
    await vi.advanceTimersByTimeAsync(60_000);
    return done;
  }

  it('later events wait, so that the order stays', async () => {
    expect(await handled({ retry: 2 })).toEqual([1, 2, 3]);
  });

  it('later events wait though the handler failed without a promise', async () => {
    const { bus } = newBus();
    const done: number[] = [];
    const handler = ({ data }: { data: number }, { attempt }: { attempt: number }): void => {
      if (data === 1 && attempt === 1) throw failure;
      done.push(data);
    };
    bus.on(pinged, handler, { retry: 1 });
    for (const data of [1, 2]) bus.emit(pinged, data);
    await vi.advanceTimersByTimeAsync(1_000);
    expect(done).toEqual([1, 2]);
  });

  it('later events go on with `overlap: parallel`', async () => {
    expect(await handled({ retry: 2, overlap: 'parallel' })).toEqual([2, 3, 1]);
  });

  it('a later event takes its place with `overlap: switch`', async () => {
    expect(await handled({ retry: 2, overlap: 'switch' })).toEqual([2, 3]);
  });

  it('later events are declined with `overlap: drop`', async () => {
    expect(await handled({ retry: 2, overlap: 'drop' })).toEqual([1]);
  });

  it('an event that is abandoned for a newer one is no dead letter', async () => {
    const { bus } = newBus();
    bus.on(pinged, ({ data }) => (data === 1 ? Promise.reject(failure) : undefined), { retry: 2, overlap: 'switch' });
    for (const data of [1, 2]) bus.emit(pinged, data);
    await vi.advanceTimersByTimeAsync(60_000);
    expect(bus.deadLetters.list()).toEqual([]);
    expect(vi.getTimerCount()).toBe(0);
  });
});

describe('Promise 7: a retry ends with its subscription', () => {
  it('when the subscription is stopped while it waits', async () => {
    const { bus } = newBus();
    let tries = 0;
    const stop = bus.on(pinged, () => Promise.reject(++tries), { retry: 3 });
    bus.emit(pinged, 1);
    await vi.advanceTimersByTimeAsync(10);
    stop();
    expect(vi.getTimerCount()).toBe(0);
    await vi.advanceTimersByTimeAsync(60_000);
    expect(tries).toBe(1);
  });

  it.each([
    {
      how: 'throws',
      fail: () => {
        throw failure;
      },
    },
    { how: 'rejects', fail: () => Promise.reject(failure) },
  ])('when the handler disposes its own scope and $how', async ({ fail }) => {
    const { bus } = newBus();
    const scope = bus.scope();
    let tries = 0;
    const unmount = (): unknown => {
      tries++;
      scope.dispose();
      return fail();
    };
    scope.on(pinged, unmount, { retry: 3 });
    bus.emit(pinged, 1);
    await vi.advanceTimersByTimeAsync(60_000);
    expect(tries).toBe(1);
    expect(vi.getTimerCount()).toBe(0);
  });
});

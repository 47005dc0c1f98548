import { afterEach, describe, expect, it, vi } from 'vitest';
import * as z from 'zod';
import { deferred } from './deferred.test.fixture.ts';
import { type Bus, type BusError, createBus, defineEvents } from './index.ts';
import { nextTask } from './next-task.test.fixture.ts';
import { createPatientHub } from './patient-hub.test.fixture.ts';

const test = defineEvents('test', {
  pinged: { version: 1, schema: z.number() },
  kept: { version: 1, schema: z.number(), retain: 5 },
});

afterEach(() => void vi.useRealTimers());

function newBus(): { bus: Bus; errors: BusError[] } {
  const errors: BusError[] = [];
  return { bus: createBus({ source: 'shell', hub: createPatientHub(), onError: (error) => errors.push(error) }), errors };
}

describe('Promise 7: unmount means gone', () => {
  it('takes every subscription of the scope, and no other', async () => {
    const { bus } = newBus();
    const scope = bus.scope({ source: 'profile' });
    const seen: string[] = [];
    scope.on(test.pinged, () => seen.push('contract'));
    scope.on('test:*', () => seen.push('pattern'));
    scope.on([test.pinged], () => seen.push('sync'), { delivery: 'sync' });
    scope.latest(test.pinged).subscribe(() => seen.push('latest'));
    scope.events$(test.pinged).subscribe(() => seen.push('events$'));
    bus.on(test.pinged, () => seen.push('shell'));
    scope.dispose();
    bus.emit(test.pinged, 1);
    await nextTask();
    expect(seen).toEqual(['shell']);
    expect(bus.metrics().subscriptions).toMatchObject([{ source: 'shell' }]);
  });

  it('takes events that were emitted and are not delivered yet, retained ones included', async () => {
    vi.useFakeTimers();
    const { bus } = newBus();
    const scope = bus.scope();
    const handler = vi.fn();
    bus.emit(test.kept, 1);
    scope.on(test.kept, handler);
    scope.on(test.pinged, handler);
    scope.on(test.pinged, handler, { delivery: 'task' });
    bus.emit(test.pinged, 1);
    scope.dispose();
    await vi.advanceTimersByTimeAsync(100);
    expect(handler).not.toHaveBeenCalled();
    expect(bus.deadLetters.list()).toEqual([]);
  });

  it('takes events that wait for a busy handler', async () => {
    vi.useFakeTimers();
    const { bus } = newBus();
    const scope = bus.scope();
    const seen: number[] = [];
    const work = deferred();
    scope.on(test.pinged, ({ data }) => seen.push(data) && work.promise);
    for (const data of [1, 2, 3]) bus.emit(test.pinged, data);
    await nextTask();
    scope.dispose();
    work.resolve();
    await vi.advanceTimersByTimeAsync(100);
    expect(seen).toEqual([1]);
  });

  it('takes timers and pending retries', async () => {
    vi.useFakeTimers();
    const { bus } = newBus();
    const scope = bus.scope();
    const tries = vi.fn();
    const fail = (): Promise<never> => Promise.reject(tries());
    scope.on(test.pinged, fail, { retry: 5 });
    scope.on(test.pinged, () => new Promise(() => {}), { timeout: 60_000 });
    const promise = scope.once(test.kept, { timeout: 60_000 }).catch((error: unknown) => error);
    bus.emit(test.pinged, 1);
    await vi.advanceTimersByTimeAsync(10);
    scope.dispose();
    expect(await promise).toMatchObject({ code: 'disposed' });
    expect(vi.getTimerCount()).toBe(0);
    await vi.advanceTimersByTimeAsync(600_000);
    expect(tries).toHaveBeenCalledTimes(1);
  });

  it('aborts the signal of handlers that are at work', async () => {
    const { bus } = newBus();
    const scope = bus.scope();
    const signals: AbortSignal[] = [];
    const work = (_event: unknown, { signal }: { signal: AbortSignal }) => signals.push(signal) && new Promise(() => {});
    scope.on(test.pinged, work);
    scope.on(test.pinged, work, { overlap: 'parallel' });
    bus.emit(test.pinged, 1);
    await nextTask();
    expect(signals.map(({ aborted }) => aborted)).toEqual([false, false]);
    scope.dispose();
    expect(signals.map(({ aborted }) => aborted)).toEqual([true, true]);
  });

  it('takes the scopes within', async () => {
    const { bus } = newBus();
    const outer = bus.scope({ source: 'outer' });
    const inner = outer.scope({ source: 'inner' }).scope();
    const handler = vi.fn();
    inner.on(test.pinged, handler);
    outer.dispose();
    bus.emit(test.pinged, 1);
    await nextTask();
    expect(handler).not.toHaveBeenCalled();
    expect(inner.disposed).toBe(true);
    expect(() => inner.emit(test.pinged, 1)).toThrow(expect.objectContaining({ code: 'disposed' }));
  });

  it('leaves the parent and its other scopes alone', async () => {
    const { bus } = newBus();
    const [one, two] = [bus.scope(), bus.scope()];
    const seen: string[] = [];
    two.on(test.pinged, () => seen.push('two'));
    bus.on(test.pinged, () => seen.push('parent'));
    one.dispose();
    two.emit(test.pinged, 1);
    await nextTask();
    expect(seen).toEqual(['two', 'parent']);
    expect([bus.disposed, one.disposed, two.disposed]).toEqual([false, true, false]);
  });

  it('keeps what the scope has emitted: its events are delivered and retained', async () => {
    const { bus } = newBus();
    const scope = bus.scope({ source: 'profile' });
    const seen: unknown[] = [];
    bus.on(test.kept, ({ source, data }) => seen.push([source, data]));
    scope.emit(test.kept, 1);
    scope.dispose();
    await nextTask();
    bus.on(test.kept, ({ source, replayed }) => seen.push([source, replayed]));
    await nextTask();
    expect(seen).toEqual([
      ['profile', 1],
      ['profile', true],
    ]);
  });

  it('may be called twice, and by `using`', async () => {
    const { bus } = newBus();
    let scope: Bus;
    {
      using used = bus.scope();
      used.on(test.pinged, () => {});
      scope = used;
    }
    expect(scope.disposed).toBe(true);
    scope.dispose();
    expect(bus.metrics().subscriptions).toEqual([]);
  });

  it('makes later calls throw `disposed` with the action and the source', () => {
    const { bus } = newBus();
    const scope = bus.scope({ source: 'profile' });
    scope.dispose();
    expect(() => scope.emit(test.pinged, 1)).toThrow(
      expect.objectContaining({ code: 'disposed', details: { action: 'emit', source: 'profile' } }),
    );
  });

  it('silences what was held from before: a readable does not come back to life', () => {
    const { bus } = newBus();
    const scope = bus.scope();
    const readable = scope.latest(test.kept);
    scope.dispose();
    bus.emit(test.kept, 1);
    expect(readable.get()).toBe(1);
    expect(() => readable.subscribe(() => {})).toThrow(expect.objectContaining({ code: 'disposed' }));
    expect(bus.metrics().subscriptions).toEqual([]);
  });

  it('still answers questions: metrics, contracts and dead letters can be read', () => {
    const { bus } = newBus();
    const scope = bus.scope();
    scope.emit(test.kept, 1);
    scope.dispose();
    expect(scope.metrics().emitted).toBe(1);
    expect(scope.contracts()).toMatchObject([{ type: 'test:kept' }]);
    expect(scope.deadLetters.list()).toEqual([]);
  });
});

describe('a thousand scopes that come and go', () => {
  function mount(bus: Bus, signal?: AbortSignal): void {
    const scope = bus.scope({ source: 'profile' });
    scope.on(test.pinged, () => {}, { signal });
    scope.on('test:*', () => new Promise(() => {}), { overlap: 'switch', signal });
    scope.on(test.kept, () => {}, { delivery: 'task', retry: 2, timeout: 1_000 });
    scope.latest(test.kept).subscribe(() => {});
    scope.deadLetters.subscribe(() => {});
    scope.events$(test.pinged).subscribe();
    scope.once(test.pinged, { timeout: 60_000, signal }).catch(() => {});
    bus.emit(test.kept, 1);
    scope.dispose();
  }

  it('leave no subscription, no timer, no event that waits and no dead letter', async () => {
    vi.useFakeTimers();
    const { bus, errors } = newBus();
    bus.on(test.pinged, () => {});
    for (let round = 0; round < 1_000; round++) mount(bus);
    await vi.advanceTimersByTimeAsync(100);
    expect(bus.metrics()).toMatchObject({ queueDepth: 0, deadLetters: 0, subscriptions: [{ source: 'shell' }] });
    expect(vi.getTimerCount()).toBe(0);
    expect(errors).toEqual([]);
  });

  it('leave no listener on a signal that outlives them', () => {
    const { bus } = newBus();
    const { signal } = new AbortController();
    const listeners = new Set<unknown>();
    vi.spyOn(signal, 'addEventListener').mockImplementation((_type: string, listener: unknown, options?: unknown) => {
      listeners.add(listener);
      const ending = (options as AddEventListenerOptions | undefined)?.signal;
      ending?.addEventListener('abort', () => listeners.delete(listener));
    });
    vi.spyOn(signal, 'removeEventListener').mockImplementation(
      (_type: string, listener: unknown) => void listeners.delete(listener),
    );
    for (let round = 0; round < 1_000; round++) {
      const scope = bus.scope();
      scope.on(test.pinged, () => {}, { signal });
      scope.on('test:*', () => {}, { signal });
      expect(listeners.size).toBe(2);
      scope.dispose();
      expect(listeners.size).toBe(0);
    }
  });

  it('leave the emitting call as quick as before: nobody is asked any more', async () => {
    const { bus } = newBus();
    const where = vi.fn(() => true);
    for (let round = 0; round < 1_000; round++) {
      const scope = bus.scope();
      scope.on(test.pinged, () => {}, { where });
      scope.dispose();
    }
    bus.emit(test.pinged, 1);
    await nextTask();
    expect(where).not.toHaveBeenCalled();
    expect(bus.metrics().unheard).toBe(1);
  });
});

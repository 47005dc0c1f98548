import { afterEach, describe, expect, it, vi } from 'vitest';
import * as z from 'zod';
import { type Bus, type BusError, createBus, defineEvents } from '../index.ts';
import { nextTask } from '../next-task.test.fixture.ts';
import { createPatientHub } from '../patient-hub.test.fixture.ts';

const test = defineEvents('test', {
  pinged: { version: 1, schema: z.number() },
  kept: { version: 1, schema: z.number(), retain: 2 },
});

afterEach(() => void vi.useRealTimers());

function newBus(): { bus: Bus; errors: BusError[] } {
  const errors: BusError[] = [];
  return { bus: createBus({ source: 'test', hub: createPatientHub(), onError: (error) => errors.push(error) }), errors };
}

describe('once', () => {
  it('resolves with the next event', async () => {
    const { bus } = newBus();
    const promise = bus.once(test.pinged);
    const event = bus.emit(test.pinged, 1);
    bus.emit(test.pinged, 2);
    expect(await promise).toBe(event);
  });

  it('listens no more after that', async () => {
    const { bus } = newBus();
    const where = vi.fn(() => true);
    const promise = bus.once(test.pinged, { where });
    for (const data of [1, 2]) bus.emit(test.pinged, data);
    await promise;
    expect(where).toHaveBeenCalledTimes(1);
    expect(bus.metrics().subscriptions).toEqual([]);
  });

  it('resolves with a retained event, the oldest', async () => {
    const { bus } = newBus();
    for (const data of [1, 2]) bus.emit(test.kept, data);
    expect(await bus.once(test.kept)).toMatchObject({ data: 1, replayed: true });
  });

  it('waits for the next event with `replay: false`', async () => {
    const { bus } = newBus();
    bus.emit(test.kept, 1);
    const promise = bus.once(test.kept, { replay: false });
    bus.emit(test.kept, 2);
    expect(await promise).toMatchObject({ data: 2 });
  });

  it('waits for an event that `where` wants', async () => {
    const { bus } = newBus();
    const promise = bus.once(test.pinged, { where: ({ data }) => data > 1 });
    for (const data of [1, 2, 3]) bus.emit(test.pinged, data);
    expect(await promise).toMatchObject({ data: 2 });
  });

  it('goes on waiting where `where` throws, which is reported', async () => {
    const { bus, errors } = newBus();
    const where = ({ data }: { data: number }): boolean => {
      if (data === 1) throw new Error('no');
      return true;
    };
    const promise = bus.once(test.pinged, { where });
    for (const data of [1, 2]) bus.emit(test.pinged, data);
    expect(await promise).toMatchObject({ data: 2 });
    expect(errors).toMatchObject([{ code: 'callback-failed' }]);
  });

  it('resolves while `emit` runs with `delivery: sync`', async () => {
    const { bus } = newBus();
    const promise = bus.once(test.pinged, { delivery: 'sync' });
    bus.emit(test.pinged, 1);
    expect(await promise).toMatchObject({ data: 1 });
  });

  it('resolves with a retained event with `delivery: sync`', async () => {
    const { bus } = newBus();
    bus.emit(test.kept, 1);
    expect(await bus.once(test.kept, { delivery: 'sync' })).toMatchObject({ data: 1 });
    expect(bus.metrics().subscriptions).toEqual([]);
  });
});

describe('once with a timeout', () => {
  it('rejects with `timed-out` after that many milliseconds, and listens no more', async () => {
    vi.useFakeTimers();
    const { bus } = newBus();
    const outcome = bus.once(test.pinged, { timeout: 50 }).catch((error: unknown) => error);
    await vi.advanceTimersByTimeAsync(49);
    expect(bus.metrics().subscriptions).toHaveLength(1);
    await vi.advanceTimersByTimeAsync(1);
    expect(await outcome).toMatchObject({ code: 'timed-out', details: { type: 'test:pinged', source: 'test', after: 50 } });
    expect(bus.metrics().subscriptions).toEqual([]);
  });

  it('leaves no timer behind when the event comes', async () => {
    vi.useFakeTimers();
    const { bus } = newBus();
    const promise = bus.once(test.pinged, { timeout: 50 });
    bus.emit(test.pinged, 1);
    await promise;
    expect(vi.getTimerCount()).toBe(0);
  });

  it.each([Number.POSITIVE_INFINITY, 2 ** 31])('of %s ms waits long', async (timeout) => {
    vi.useFakeTimers();
    const { bus } = newBus();
    const promise = bus.once(test.pinged, { timeout });
    await vi.advanceTimersByTimeAsync(60_000);
    bus.emit(test.pinged, 1);
    expect(await promise).toMatchObject({ data: 1 });
  });
});

describe('once with a signal', () => {
  it("rejects with the signal's reason when it aborts, and listens no more", async () => {
    const { bus } = newBus();
    const controller = new AbortController();
    const promise = bus.once(test.pinged, { signal: controller.signal });
    const reason = new Error('the page was left');
    controller.abort(reason);
    await expect(promise).rejects.toBe(reason);
    expect(bus.metrics().subscriptions).toEqual([]);
  });

  it('rejects at once when it is aborted already', async () => {
    const { bus } = newBus();
    const reason = new Error('the page was left');
    await expect(bus.once(test.pinged, { signal: AbortSignal.abort(reason), timeout: 60_000 })).rejects.toBe(reason);
    expect(bus.metrics().subscriptions).toEqual([]);
  });

  it('leaves no listener on the signal when the event comes', async () => {
    const { bus } = newBus();
    const { signal } = new AbortController();
    const removed = vi.fn();
    const added = vi.spyOn(signal, 'addEventListener').mockImplementation(function add(this: AbortSignal, ...args: unknown[]) {
      const options = args[2] as AddEventListenerOptions | undefined;
      options?.signal?.addEventListener('abort', removed);
    });
    vi.spyOn(signal, 'removeEventListener').mockImplementation(removed);
    const promise = bus.once(test.pinged, { signal });
    bus.emit(test.pinged, 1);
    await promise;
    await nextTask();
    expect(added).toHaveBeenCalled();
    expect(removed.mock.calls.length).toBeGreaterThanOrEqual(added.mock.calls.length);
  });
});

describe('once on a scope', () => {
  it('rejects with `disposed` when the scope goes first, and leaves no timer behind', async () => {
    vi.useFakeTimers();
    const { bus } = newBus();
    const scope = bus.scope({ source: 'profile' });
    const promise = scope.once(test.pinged, { timeout: 60_000 });
    scope.dispose();
    await expect(promise).rejects.toMatchObject({ code: 'disposed', details: { action: 'once', source: 'profile' } });
    expect(vi.getTimerCount()).toBe(0);
    expect(bus.metrics().subscriptions).toEqual([]);
  });

  it('that was disposed rejects and does not throw', async () => {
    const scope = newBus().bus.scope();
    scope.dispose();
    await expect(scope.once(test.pinged)).rejects.toMatchObject({ code: 'disposed' });
  });

  it('that may not hear the event rejects and does not throw', async () => {
    const scope = newBus().bus.scope({ subscribe: ['cart:*'] });
    await expect(scope.once(test.pinged)).rejects.toMatchObject({ code: 'forbidden' });
  });
});

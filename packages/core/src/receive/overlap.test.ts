import { describe, expect, it, vi } from 'vitest';
import * as z from 'zod';
import { busySubscription } from '../busy-subscription.test.fixture.ts';
import { deferred } from '../deferred.test.fixture.ts';
import { type Bus, createBus, defineEvent } from '../index.ts';
import { nextTask } from '../next-task.test.fixture.ts';
import { createPatientHub } from '../patient-hub.test.fixture.ts';

const pinged = defineEvent('test:pinged', { version: 1, schema: z.number() });

async function emitThree(bus: Bus): Promise<void> {
  for (const data of [1, 2, 3]) bus.emit(pinged, data);
  await nextTask();
}

async function emitOneByOne(bus: Bus): Promise<void> {
  for (const data of [1, 2, 3]) {
    bus.emit(pinged, data);
    await nextTask();
  }
}

describe('overlap: queue', () => {
  it('is the default: the next event waits until the handler is done with the one before', async () => {
    const { bus, begun, works } = busySubscription(pinged);
    await emitThree(bus);
    expect(begun).toEqual([1]);
    works[0]!.resolve();
    await vi.waitFor(() => expect(begun).toEqual([1, 2]));
    works[1]!.resolve();
    await vi.waitFor(() => expect(begun).toEqual([1, 2, 3]));
  });

  it('does not begin the next event while the handler never settles', async () => {
    const { bus, begun } = busySubscription(pinged, 'queue');
    await emitThree(bus);
    await nextTask();
    expect(begun).toEqual([1]);
    expect(bus.metrics().subscriptions).toMatchObject([{ queueDepth: 2 }]);
  });

  it('takes 10,000 events that waited for one promise, in order, though the handler answers without one', async () => {
    const bus = createBus({ source: 'test', hub: createPatientHub() });
    const first = deferred();
    const seen: number[] = [];
    bus.on(pinged, ({ data }) => (seen.push(data) === 1 ? first.promise : undefined));
    const emitted = Array.from({ length: 10_000 }, (_, index) => index);
    for (const data of emitted) bus.emit(pinged, data);
    await nextTask();
    first.resolve();
    await vi.waitFor(() => expect(seen.length).toBe(10_000), { timeout: 2_000 });
    expect(seen).toEqual(emitted);
  });

  it('keeps the order for a handler that answers with a promise now and then', async () => {
    const bus = createBus({ source: 'test', hub: createPatientHub() });
    const done: number[] = [];
    bus.on(pinged, ({ data }) => {
      if (data % 3 === 0) return nextTask().then(() => done.push(data));
      return done.push(data);
    });
    const emitted = Array.from({ length: 30 }, (_, index) => index);
    for (const data of emitted) bus.emit(pinged, data);
    await vi.waitFor(() => expect(done.length).toBe(30));
    expect(done).toEqual(emitted);
  });

  it('is a queue of its own for each subscription: a busy handler does not keep another waiting', async () => {
    const { bus } = busySubscription(pinged, 'queue');
    const seen: number[] = [];
    bus.on(pinged, ({ data }) => seen.push(data));
    await emitThree(bus);
    expect(seen).toEqual([1, 2, 3]);
  });
});

describe('overlap: parallel', () => {
  it('begins each event at once', async () => {
    const { bus, begun, aborted } = busySubscription(pinged, 'parallel');
    await emitThree(bus);
    expect(begun).toEqual([1, 2, 3]);
    expect(aborted).toEqual([]);
  });

  it('never keeps an event waiting for the handler, whose bound on what waits may be 0', async () => {
    const bus = createBus({ source: 'test', hub: createPatientHub() });
    let begun = 0;
    bus.on(pinged, () => ++begun && new Promise(() => {}), { overlap: 'parallel', maxQueue: 0 });
    await emitOneByOne(bus);
    expect(begun).toBe(3);
    expect(bus.deadLetters.list()).toEqual([]);
  });
});

describe('overlap: switch', () => {
  it('aborts the signal of the older event and begins the newer', async () => {
    const { bus, begun, aborted } = busySubscription(pinged, 'switch');
    await emitThree(bus);
    expect(begun).toEqual([1, 2, 3]);
    expect(aborted).toEqual([1, 2]);
    expect(bus.metrics().subscriptions).toMatchObject([{ declined: 2, delivered: 0 }]);
  });

  it('aborts with an AbortError, and makes no dead letter of what it let go', async () => {
    const bus = createBus({ source: 'test', hub: createPatientHub() });
    const reasons: unknown[] = [];
    const work = async (_event: unknown, { signal }: { signal: AbortSignal }): Promise<void> => {
      await new Promise((_, reject) => signal.addEventListener('abort', () => reject(signal.reason)));
    };
    bus.on(
      pinged,
      (event, context) => {
        context.signal.addEventListener('abort', () => reasons.push(context.signal.reason));
        return work(event, context);
      },
      { overlap: 'switch' },
    );
    await emitThree(bus);
    expect(reasons).toMatchObject([{ name: 'AbortError' }, { name: 'AbortError' }]);
    expect(bus.deadLetters.list()).toEqual([]);
  });

  it('never keeps an event waiting for the handler, whose bound on what waits may be 0', async () => {
    const bus = createBus({ source: 'test', hub: createPatientHub() });
    let begun = 0;
    bus.on(pinged, () => ++begun && new Promise(() => {}), { overlap: 'switch', maxQueue: 0 });
    await emitOneByOne(bus);
    expect(begun).toBe(3);
    expect(bus.deadLetters.list()).toEqual([]);
  });

  it('does not abort a handler that is done', async () => {
    const { bus, aborted, works } = busySubscription(pinged, 'switch');
    bus.emit(pinged, 1);
    await nextTask();
    works[0]!.resolve();
    await vi.waitFor(() => expect(bus.metrics().delivered).toBe(1));
    bus.emit(pinged, 2);
    await nextTask();
    expect(aborted).toEqual([]);
  });
});

describe('overlap: drop', () => {
  it('declines events that come while the handler is busy, and takes the next one after', async () => {
    const { bus, begun, works } = busySubscription(pinged, 'drop');
    await emitThree(bus);
    expect(begun).toEqual([1]);
    works[0]!.resolve();
    await vi.waitFor(() => expect(bus.metrics().delivered).toBe(1));
    bus.emit(pinged, 4);
    await nextTask();
    expect(begun).toEqual([1, 4]);
    expect(bus.metrics().subscriptions).toMatchObject([{ declined: 2 }]);
    expect(bus.deadLetters.list()).toEqual([]);
  });
});

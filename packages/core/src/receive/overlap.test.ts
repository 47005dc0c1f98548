import { describe, expect, it, vi } from 'vitest';
import * as z from 'zod';
import { type Deferred, deferred } from '../deferred.test.fixture.ts';
import { type Bus, createBus, defineEvent, type Overlap } from '../index.ts';
import { nextTask } from '../next-task.test.fixture.ts';
import { createPatientHub } from '../patient-hub.test.fixture.ts';

const pinged = defineEvent('test:pinged', { version: 1, schema: z.number() });

/** A subscription whose handler works on each event until the test settles it. */
function busyWith(overlap: Overlap | undefined): { bus: Bus; begun: number[]; aborted: number[]; works: Deferred[] } {
  const bus = createBus({ source: 'test', hub: createPatientHub() });
  const [begun, aborted, works]: [number[], number[], Deferred[]] = [[], [], []];
  const work = ({ data }: { data: number }, { signal }: { signal: AbortSignal }): Promise<void> => {
    begun.push(data);
    signal.addEventListener('abort', () => aborted.push(data));
    works.push(deferred());
    return works.at(-1)!.promise;
  };
  bus.on(pinged, work, overlap && { overlap });
  return { bus, begun, aborted, works };
}

async function emitThree(bus: Bus): Promise<void> {
  for (const data of [1, 2, 3]) bus.emit(pinged, data);
  await nextTask();
}

describe('overlap: queue', () => {
  it('is the default: the next event waits until the handler is done with the one before', async () => {
    const { bus, begun, works } = busyWith(undefined);
    await emitThree(bus);
    expect(begun).toEqual([1]);
    works[0]!.resolve();
    await vi.waitFor(() => expect(begun).toEqual([1, 2]));
    works[1]!.resolve();
    await vi.waitFor(() => expect(begun).toEqual([1, 2, 3]));
  });

  it('does not begin the next event while the handler never settles', async () => {
    const { bus, begun } = busyWith('queue');
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
    const { bus } = busyWith('queue');
    const seen: number[] = [];
    bus.on(pinged, ({ data }) => seen.push(data));
    await emitThree(bus);
    expect(seen).toEqual([1, 2, 3]);
  });
});

describe('overlap: parallel', () => {
  it('begins each event at once', async () => {
    const { bus, begun, aborted } = busyWith('parallel');
    await emitThree(bus);
    expect(begun).toEqual([1, 2, 3]);
    expect(aborted).toEqual([]);
  });

  it('never keeps an event waiting, so that no bound on what waits applies', async () => {
    const bus = createBus({ source: 'test', hub: createPatientHub() });
    let begun = 0;
    bus.on(pinged, () => ++begun && new Promise(() => {}), { overlap: 'parallel', maxQueue: 0 });
    await emitThree(bus);
    expect(begun).toBe(3);
    expect(bus.deadLetters.list()).toEqual([]);
  });
});

describe('overlap: switch', () => {
  it('aborts the signal of the older event and begins the newer', async () => {
    const { bus, begun, aborted } = busyWith('switch');
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

  it('never keeps an event waiting, so that no bound on what waits applies', async () => {
    const bus = createBus({ source: 'test', hub: createPatientHub() });
    let begun = 0;
    bus.on(pinged, () => ++begun && new Promise(() => {}), { overlap: 'switch', maxQueue: 0 });
    await emitThree(bus);
    expect(begun).toBe(3);
    expect(bus.deadLetters.list()).toEqual([]);
  });

  it('does not abort a handler that is done', async () => {
    const { bus, aborted, works } = busyWith('switch');
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
    const { bus, begun, works } = busyWith('drop');
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

describe("a handler's signal", () => {
  it.each<Overlap>(['queue', 'parallel', 'switch', 'drop'])(
    'aborts when the subscription ends (overlap: %s)',
    async (overlap) => {
      const { bus, aborted } = busyWith(overlap);
      bus.emit(pinged, 1);
      await nextTask();
      expect(aborted).toEqual([]);
      bus.dispose();
      expect(aborted).toEqual([1]);
    },
  );

  it('aborts when the subscription is unsubscribed, and says so', async () => {
    const bus = createBus({ source: 'test', hub: createPatientHub() });
    const given: AbortSignal[] = [];
    const stop = bus.on(pinged, (_event, { signal }) => given.push(signal) && new Promise(() => {}));
    bus.emit(pinged, 1);
    await nextTask();
    stop();
    expect(given[0]?.aborted).toBe(true);
    expect(given[0]?.reason).toMatchObject({ name: 'AbortError' });
  });

  it('aborts when the handler ends its own subscription before it waits for anything', async () => {
    const bus = createBus({ source: 'test', hub: createPatientHub() });
    const given: AbortSignal[] = [];
    const stop = bus.on(pinged, (_event, { signal }) => {
      given.push(signal);
      stop();
      return new Promise(() => {});
    });
    bus.emit(pinged, 1);
    await nextTask();
    expect(given[0]?.aborted).toBe(true);
  });

  it('is aborted already when it is asked for after the end', async () => {
    const bus = createBus({ source: 'test', hub: createPatientHub() });
    const asked = deferred();
    let aborted: boolean | undefined;
    const stop = bus.on(pinged, async (_event, context) => {
      await asked.promise;
      aborted = context.signal.aborted;
    });
    bus.emit(pinged, 1);
    await nextTask();
    stop();
    asked.resolve();
    await nextTask();
    expect(aborted).toBe(true);
  });
});

describe('what a handler does after its subscription has ended', () => {
  it('does not count, if it succeeds', async () => {
    const { bus, works } = busyWith('queue');
    bus.emit(pinged, 1);
    await nextTask();
    bus.dispose();
    works[0]!.resolve();
    await nextTask();
    expect(bus.metrics().delivered).toBe(0);
  });

  it('is reported, if it fails for another reason than the end, and is no dead letter', async () => {
    const errors: unknown[] = [];
    const hub = createPatientHub();
    const bus = createBus({ source: 'test', hub, onError: (error) => errors.push(error) });
    const work = deferred();
    const stop = bus.on(pinged, () => work.promise);
    bus.emit(pinged, 1);
    await nextTask();
    stop();
    work.reject(new Error('the server is gone'));
    await nextTask();
    expect(errors).toMatchObject([{ code: 'handler-failed', cause: { message: 'the server is gone' } }]);
    expect(bus.deadLetters.list()).toEqual([]);
  });

  it('is reported, if it fails after it has ended its subscription itself, and is no dead letter', async () => {
    const errors: unknown[] = [];
    const bus = createBus({ source: 'test', hub: createPatientHub(), onError: (error) => errors.push(error) });
    const failure = new Error('no');
    const stop = bus.on(pinged, () => {
      stop();
      throw failure;
    });
    bus.emit(pinged, 1);
    await nextTask();
    expect(errors).toMatchObject([{ code: 'handler-failed', cause: failure }]);
    expect(bus.deadLetters.list()).toEqual([]);
  });

  it('is not reported, if it rejects because of the end', async () => {
    const bus = createBus({ source: 'test', hub: createPatientHub() });
    const stop = bus.on(pinged, async (_event, { signal }) => {
      await new Promise((resolve) => signal.addEventListener('abort', resolve));
      signal.throwIfAborted();
    });
    bus.emit(pinged, 1);
    await nextTask();
    stop();
    await nextTask();
    expect(bus.deadLetters.list()).toEqual([]);
  });
});

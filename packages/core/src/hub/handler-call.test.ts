import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { busySubscription } from '../busy-subscription.test.fixture.ts';
import { deferred } from '../deferred.test.fixture.ts';
import { createBus, defineEvent, type Overlap } from '../index.ts';
import { nextTask } from '../next-task.test.fixture.ts';
import { createPatientHub } from '../patient-hub.test.fixture.ts';

const pinged = defineEvent('test:pinged', { version: 1, schema: z.number() });

describe("a handler's signal", () => {
  it.each<Overlap>(['queue', 'parallel', 'switch', 'drop'])(
    'aborts when the subscription ends (overlap: %s)',
    async (overlap) => {
      const { bus, aborted } = busySubscription(pinged, overlap);
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
    const { bus, works } = busySubscription(pinged, 'queue');
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

  it('is reported, though what it fails with cannot be looked at', async () => {
    const errors: unknown[] = [];
    const bus = createBus({ source: 'test', hub: createPatientHub(), onError: (error) => errors.push(error) });
    const { proxy, revoke } = Proxy.revocable({}, {});
    revoke();
    const stop = bus.on(pinged, async () => {
      stop();
      throw proxy;
    });
    bus.emit(pinged, 1);
    await nextTask();
    expect(errors).toMatchObject([{ code: 'handler-failed' }]);
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

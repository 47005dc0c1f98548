import { describe, expect, it, vi } from 'vitest';
import * as z from 'zod';
import { type Bus, type BusError, createBus, defineEvent, isBusError } from '../index.ts';
import { nextTask } from '../next-task.test.fixture.ts';
import { createPatientHub } from '../patient-hub.test.fixture.ts';

const pinged = defineEvent('test:pinged', { version: 1, schema: z.number() });
const failure = new Error('the handler is broken');

function newBus(source = 'profile'): { bus: Bus; errors: BusError[] } {
  const errors: BusError[] = [];
  return { bus: createBus({ source, hub: createPatientHub(), onError: (error) => errors.push(error) }), errors };
}

function fail(): never {
  throw failure;
}

/** A thenable of another library: no promise, yet `await` waits for it. */
function thenable(then: PropertyDescriptor): object {
  return Object.defineProperty({}, 'then', then);
}

const broken = [
  { how: 'throws', handler: fail },
  { how: 'rejects', handler: () => Promise.reject(failure) },
  { how: 'rejects later', handler: () => nextTask().then(fail) },
  {
    how: 'answers with a thenable that rejects',
    handler: () => thenable({ value: (_: unknown, reject: (error: Error) => void) => reject(failure) }),
  },
  { how: 'answers with a thenable that throws', handler: () => thenable({ value: fail }) },
  { how: 'answers with an object whose `then` cannot be read', handler: () => thenable({ get: fail }) },
];

describe.each(broken)('Promise 4: a handler that $how', ({ handler }) => {
  it('takes nothing from the others: they get every event, in order', async () => {
    const { bus } = newBus();
    const seen: string[] = [];
    bus.on(pinged, ({ data }) => seen.push(`before ${data}`));
    bus.on(pinged, handler);
    bus.on(pinged, ({ data }) => seen.push(`after ${data}`));
    for (const data of [1, 2, 3]) bus.emit(pinged, data);
    await nextTask();
    expect(seen).toEqual(['before 1', 'after 1', 'before 2', 'after 2', 'before 3', 'after 3']);
  });

  it('is given the next event all the same', async () => {
    const { bus } = newBus();
    const tried: number[] = [];
    bus.on(pinged, ({ data }) => {
      tried.push(data);
      return handler();
    });
    for (const data of [1, 2, 3]) bus.emit(pinged, data);
    await vi.waitFor(() => expect(tried).toEqual([1, 2, 3]));
  });

  it('leaves the emitting call unharmed', async () => {
    const { bus } = newBus();
    bus.on(pinged, handler);
    expect(bus.emit(pinged, 1)).toMatchObject({ type: 'test:pinged', data: 1 });
    await vi.waitFor(() => expect(bus.deadLetters.list()).toHaveLength(1));
  });

  it('is told to `onError` once, with the event, both parties and the cause', async () => {
    const { bus, errors } = newBus();
    bus.on(pinged, handler);
    const { id } = bus.scope({ source: 'cart' }).emit(pinged, 1);
    await vi.waitFor(() => expect(bus.deadLetters.list()).toHaveLength(1));
    expect(errors).toHaveLength(1);
    const details = { type: 'test:pinged', id, emitter: 'cart', source: 'profile', attempts: 1 };
    expect(errors[0]).toMatchObject({ code: 'handler-failed', details });
    expect(errors[0]?.cause).toBe(failure);
  });

  it('leaves one dead letter with the event, the subscriber and the cause', async () => {
    const { bus } = newBus();
    bus.on(pinged, handler);
    bus.on(pinged, () => {});
    const event = bus.emit(pinged, 1);
    await vi.waitFor(() => expect(bus.deadLetters.list()).toHaveLength(1));
    const [letter] = bus.deadLetters.list();
    const subscriber = { source: 'profile', target: 'test:pinged' };
    expect(letter).toMatchObject({ reason: 'failed', event, subscriber, attempts: 1, error: { code: 'handler-failed' } });
    expect(letter).toHaveProperty('error.cause', failure);
  });
});

describe('a handler that never settles', () => {
  it('takes nothing from the others, and keeps only its own events waiting', async () => {
    const { bus } = newBus();
    const seen: number[] = [];
    bus.on(pinged, () => new Promise(() => {}));
    bus.on(pinged, ({ data }) => seen.push(data));
    for (const data of [1, 2, 3]) bus.emit(pinged, data);
    await nextTask();
    expect(seen).toEqual([1, 2, 3]);
    expect(bus.metrics().subscriptions).toMatchObject([{ delivered: 0, queueDepth: 2 }, { delivered: 3 }]);
  });
});

describe('what a handler throws', () => {
  it.each([undefined, null, 'a text', 0, { dropped: 'an object with a telling name' }])('may be %s', async (thrown) => {
    const { bus, errors } = newBus();
    const seen: number[] = [];
    bus.on(pinged, () => {
      throw thrown;
    });
    bus.on(pinged, ({ data }) => seen.push(data));
    bus.emit(pinged, 1);
    await nextTask();
    expect(seen).toEqual([1]);
    expect(errors).toMatchObject([{ code: 'handler-failed' }]);
    expect(errors[0]?.cause ?? undefined).toBe(thrown ?? undefined);
    expect(bus.deadLetters.list()).toMatchObject([{ reason: 'failed' }]);
  });

  it('may be an object that cannot even be looked at', async () => {
    const { bus } = newBus();
    const { proxy, revoke } = Proxy.revocable({}, {});
    revoke();
    const seen: number[] = [];
    bus.on(pinged, () => {
      throw proxy;
    });
    bus.on(pinged, ({ data }) => seen.push(data));
    for (const data of [1, 2]) bus.emit(pinged, data);
    await nextTask();
    expect(seen).toEqual([1, 2]);
    expect(bus.deadLetters.list()).toMatchObject([{ reason: 'failed' }, { reason: 'failed' }]);
  });

  it('is a failure of the handler though it is a BusError of another call on the bus', async () => {
    const { bus, errors } = newBus();
    bus.on(pinged, () => void bus.emit(pinged, 'no number' as never));
    bus.emit(pinged, 1);
    await nextTask();
    expect(errors).toMatchObject([{ code: 'handler-failed', cause: { code: 'invalid-payload' } }]);
    const reasons = bus.deadLetters.list().map(({ reason, subscriber }) => [reason, subscriber?.source]);
    expect(reasons).toEqual([
      ['invalid', undefined],
      ['failed', 'profile'],
    ]);
  });
});

describe('`onError`', () => {
  it('is told what the scopes of its bus do, and nothing of other buses', async () => {
    const hub = createPatientHub();
    const errors: string[] = [];
    const [one, two] = ['one', 'two'].map((source) =>
      createBus({
        source,
        hub,
        onError: (error) => isBusError(error, 'handler-failed') && errors.push(`${source}: ${error.details.source}`),
      }),
    );
    one!.scope({ source: 'within one' }).on(pinged, fail);
    two!.on(pinged, fail);
    one!.emit(pinged, 1);
    await nextTask();
    expect(errors).toEqual(['one: within one', 'two: two']);
  });

  it('that throws is reported as uncaught errors are, and hurts nobody', async () => {
    const said = vi.spyOn(console, 'error').mockImplementation(() => {});
    const complaint = new Error('onError is broken');
    const bus = createBus({
      source: 'profile',
      hub: createPatientHub(),
      onError: () => {
        throw complaint;
      },
    });
    const seen: number[] = [];
    bus.on(pinged, fail);
    bus.on(pinged, ({ data }) => seen.push(data));
    for (const data of [1, 2]) bus.emit(pinged, data);
    await nextTask();
    expect(seen).toEqual([1, 2]);
    expect(bus.deadLetters.list()).toHaveLength(2);
    expect(said.mock.calls).toEqual([[complaint], [complaint]]);
  });

  it('that answers with a promise is reported, too, where that fails', async () => {
    const said = vi.spyOn(console, 'error').mockImplementation(() => {});
    const complaint = new Error('onError is broken');
    const bus = createBus({ source: 'profile', hub: createPatientHub(), onError: async () => Promise.reject(complaint) });
    bus.on(pinged, fail);
    bus.emit(pinged, 1);
    await nextTask();
    expect(said.mock.calls).toEqual([[complaint]]);
  });

  it('that is not given leaves errors to the console where there is no `reportError`', async () => {
    const said = vi.spyOn(console, 'error').mockImplementation(() => {});
    const bus = createBus({ source: 'profile', hub: createPatientHub() });
    bus.on(pinged, fail);
    bus.emit(pinged, 1);
    await nextTask();
    expect(said.mock.calls).toMatchObject([[{ code: 'handler-failed', cause: failure }]]);
  });
});

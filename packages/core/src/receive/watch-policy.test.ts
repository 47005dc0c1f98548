import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { type Bus, type BusError, type BusEvent, createBus, defineEvent, hubEvents, type Policy } from '../index.ts';
import { nextTask } from '../next-task.test.fixture.ts';
import { createPatientHub } from '../patient-hub.test.fixture.ts';

const pinged = defineEvent('test:pinged', { version: 1, schema: z.number() });

/** A breaker in the shape of `@busbar/resilience`: opens at the first failure, and closes when it is told to. */
class Breaker implements Policy {
  state = 'closed';
  readonly observers = new Set<(state: string) => void>();

  async execute(run: (context: { signal: AbortSignal }) => unknown): Promise<unknown> {
    if (this.state === 'open') throw new Error('the breaker is open');
    try {
      return await run({ signal: new AbortController().signal });
    } catch (error) {
      this.become('open');
      throw error;
    }
  }

  watch(observer: (state: string) => void): () => void {
    this.observers.add(observer);
    return () => this.observers.delete(observer);
  }

  become(state: string): void {
    this.state = state;
    for (const observer of this.observers) observer(state);
  }
}

function newBus(): { bus: Bus; told: BusEvent[]; errors: BusError[] } {
  const errors: BusError[] = [];
  const bus = createBus({ source: 'test', hub: createPatientHub(), onError: (error) => errors.push(error) });
  const told: BusEvent[] = [];
  bus.on('busbar:*', (event) => told.push(event));
  return { bus, told, errors };
}

const fail = (): Promise<never> => Promise.reject(new Error('no'));

describe('the breaker of a subscription', () => {
  it('is told of when it opens, is half-open and closes, with whose it is', async () => {
    const { bus, told } = newBus();
    const policy = new Breaker();
    bus.scope({ source: 'cart' }).on(pinged, () => {}, { policy });
    for (const state of ['open', 'half-open', 'closed']) policy.become(state);
    await nextTask();
    expect(told.map(({ type, data }) => [type, (data as { state: string }).state])).toEqual([
      ['busbar:breakerOpened', 'open'],
      ['busbar:breakerHalfOpened', 'half-open'],
      ['busbar:breakerClosed', 'closed'],
    ]);
    const subscriber = { id: expect.any(Number), source: 'cart', target: 'test:pinged' };
    for (const { data } of told) expect(data).toMatchObject({ subscriber });
  });

  it('is told of when the handler’s own failure opens it, before the event is a dead letter', async () => {
    const { bus } = newBus();
    const order: string[] = [];
    bus.on(hubEvents.breakerOpened, () => order.push('told'), { delivery: 'sync' });
    bus.deadLetters.subscribe(({ reason }) => order.push(reason));
    bus.on(pinged, fail, { policy: new Breaker() });
    for (const data of [1, 2]) bus.emit(pinged, data);
    await nextTask();
    expect(order).toEqual(['told', 'failed', 'refused']);
  });

  it('shows its state in the metrics', async () => {
    const { bus } = newBus();
    bus.on(pinged, fail, { policy: new Breaker() });
    const state = (): unknown => bus.metrics().subscriptions.find(({ target }) => target === 'test:pinged')?.policy;
    expect(state()).toBe('closed');
    bus.emit(pinged, 1);
    await nextTask();
    expect(state()).toBe('open');
  });

  it('is told of once for each subscription that shares it', async () => {
    const { bus, told } = newBus();
    const policy = new Breaker();
    for (const source of ['cart', 'profile']) bus.scope({ source }).on(pinged, () => {}, { policy });
    policy.become('open');
    await nextTask();
    expect(told.map(({ data }) => (data as { subscriber: { source: string } }).subscriber.source)).toEqual(['cart', 'profile']);
  });

  it('is watched no longer than the subscription lives', () => {
    const { bus } = newBus();
    const policy = new Breaker();
    const scope = bus.scope();
    const stop = bus.on(pinged, () => {}, { policy });
    scope.on(pinged, () => {}, { policy });
    bus.on(pinged, () => {}, { policy, signal: AbortSignal.abort() });
    expect(policy.observers.size).toBe(2);
    stop();
    expect(policy.observers.size).toBe(1);
    scope.dispose();
    expect(policy.observers.size).toBe(0);
  });

  it('is not told of where the subscription listens to the hub’s own events: there are no rings', async () => {
    const { bus, told } = newBus();
    bus.on(hubEvents.breakerOpened, fail, { policy: new Breaker() });
    const policy = new Breaker();
    bus.on(pinged, () => {}, { policy });
    policy.become('open');
    await nextTask();
    expect(told).toHaveLength(1);
  });
});

describe('a policy', () => {
  it('of which nothing is known but `execute` has no state and tells nothing', async () => {
    const { bus, told } = newBus();
    const policy: Policy = { execute: async (run) => run({ signal: new AbortController().signal }) };
    bus.on(pinged, () => {}, { policy });
    bus.emit(pinged, 1);
    await nextTask();
    expect(bus.metrics().subscriptions.map(({ policy }) => policy)).toEqual([undefined, undefined]);
    expect(told).toEqual([]);
  });

  it('whose state is no text, as a breaker of cockatiel’s own has it, shows none', () => {
    const { bus } = newBus();
    bus.on(pinged, () => {}, { policy: Object.assign(new Breaker(), { state: 1 as never }) });
    expect(bus.metrics().subscriptions.at(-1)?.policy).toBeUndefined();
  });

  it('with states of its own shows them and tells of none', async () => {
    const { bus, told } = newBus();
    const policy = new Breaker();
    bus.on(pinged, () => {}, { policy });
    policy.become('toString');
    await nextTask();
    expect(bus.metrics().subscriptions.at(-1)?.policy).toBe('toString');
    expect(told).toEqual([]);
  });

  it('that disposes the bus when it is asked to be watched is watched no longer', () => {
    const { bus } = newBus();
    const policy = new Breaker();
    const disposing: Policy = {
      execute: (run) => policy.execute(run),
      watch(observer) {
        bus.dispose();
        return policy.watch(observer);
      },
    };
    bus.on(pinged, () => {}, { policy: disposing });
    expect(policy.observers.size).toBe(0);
  });

  it('that cannot be watched, looked at or left alone hurts nobody, and onError is told of the watching', async () => {
    const { bus, errors } = newBus();
    const policy = {
      execute: async (run: (context: { signal: AbortSignal }) => unknown) => run({ signal: new AbortController().signal }),
      get state(): never {
        throw new Error('no state');
      },
      watch(): never {
        throw new Error('no watching');
      },
    };
    const stop = bus.on(pinged, () => {}, { policy });
    expect(bus.metrics().subscriptions.at(-1)?.policy).toBeUndefined();
    stop();
    bus.on(pinged, () => {}, { policy: Object.assign(new Breaker(), { watch: () => fail }) })();
    await nextTask();
    expect(errors).toMatchObject([
      { code: 'callback-failed', details: { callback: 'policy.watch', type: 'test:pinged', source: 'test' } },
      { code: 'async-callback', details: { callback: 'policy.watch' } },
    ]);
  });
});

import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { bulkhead } from './bulkhead.ts';
import { circuitBreaker } from './circuit-breaker.ts';
import { createOrderService, letters, newBus, order, ordered, outage, pass } from './order-service.test.fixture.ts';
import { policies } from './policies.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const never = () => new Promise<never>(() => {});

/** How many listeners the signals of handlers have, now and as each test goes on. */
function countListeners(): { count: number } {
  const listeners = { count: 0 };
  const { addEventListener, removeEventListener } = AbortSignal.prototype;
  vi.spyOn(AbortSignal.prototype, 'addEventListener').mockImplementation(function (this: AbortSignal, ...args) {
    listeners.count++;
    return Reflect.apply(addEventListener, this, args);
  });
  vi.spyOn(AbortSignal.prototype, 'removeEventListener').mockImplementation(function (this: AbortSignal, ...args) {
    listeners.count--;
    return Reflect.apply(removeEventListener, this, args);
  });
  return listeners;
}

describe('unmounting', () => {
  it('in the middle frees what ran and what waited for the others, and leaves no timer and no letter', async () => {
    const { bus } = newBus();
    const policy = bulkhead({ running: 2, waiting: 3 });
    const scope = bus.scope();
    scope.on(ordered, never, { policy, overlap: 'parallel', timeout: 5_000 });
    await order(bus, 1, 2, 3, 4, 5);
    expect(policy.state).toBe('full');
    scope.dispose();
    await pass(0);
    expect({ state: policy.state, letters: letters(bus), timers: vi.getTimerCount() }).toEqual({
      state: 'free',
      letters: [],
      timers: 0,
    });
  });

  it('lets go at once of what waits behind the work of others', async () => {
    const { bus } = newBus();
    const policy = bulkhead({ running: 1, waiting: 2 });
    void policy.execute(never);
    const stop = bus.on(ordered, never, { policy, overlap: 'parallel' });
    await order(bus, 1, 2);
    expect(policy.state).toBe('full');
    stop();
    expect(policy.state).toBe('busy');
  });

  it('counts nothing for the breaker', async () => {
    const { bus } = newBus();
    const policy = circuitBreaker({ failures: 1, openFor: 1_000 });
    const stop = bus.on(ordered, (_event, { signal }) => abortedFetch(signal), { policy });
    await order(bus, 1);
    stop();
    await pass(0);
    expect({ state: policy.state, letters: letters(bus) }).toEqual({ state: 'closed', letters: [] });
  });

  it('in the middle of a trial opens the breaker again, so that the next event after that is a trial', async () => {
    const { bus } = newBus();
    const service = createOrderService();
    const policy = circuitBreaker({ failures: 1, openFor: 1_000 });
    const stop = bus.on(ordered, ({ data }) => (data === 1 ? Promise.reject(outage) : never()), { policy });
    await order(bus, 1);
    await pass(1_000);
    await order(bus, 2);
    stop();
    await pass(0);
    expect(policy.state).toBe('open');
    bus.on(ordered, service.handle, { policy });
    await pass(1_000);
    await order(bus, 3);
    expect({ state: policy.state, calls: service.calls }).toEqual({ state: 'closed', calls: [3] });
  });

  it('still tells of an error that a handler throws afterwards', async () => {
    const { bus, errors } = newBus();
    const policy = policies(bulkhead({ running: 1 }), circuitBreaker({ failures: 1, openFor: 1_000 }));
    const stop = bus.on(ordered, () => new Promise((_resolve, reject) => setTimeout(reject, 100, outage)), { policy });
    await order(bus, 1);
    stop();
    await pass(100);
    expect(errors).toMatchObject([{ code: 'handler-failed', cause: outage }]);
  });

  it('and settling leave no listener on the signal of any handler', async () => {
    const { bus } = newBus();
    const listeners = countListeners();
    const policy = policies(bulkhead({ running: 1, waiting: 9 }), circuitBreaker({ failures: 9, openFor: 1_000 }));
    const takesLong = () => new Promise((resolve) => setTimeout(resolve, 100));
    const stop = bus.on(ordered, takesLong, { policy, overlap: 'parallel', timeout: 250 });
    await order(bus, 1, 2, 3);
    expect(listeners.count).toBeGreaterThan(0);
    await pass(1_000);
    expect(listeners.count).toBe(0);
    stop();
  });
});

/** Ends as `fetch` does when its signal aborts. */
function abortedFetch(signal: AbortSignal): Promise<never> {
  return new Promise((_resolve, reject) => signal.addEventListener('abort', () => reject(signal.reason)));
}

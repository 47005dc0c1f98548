import type { Policy } from '@busbar/core';
import { ConstantBackoff, handleAll, retry, TimeoutStrategy, timeout } from 'cockatiel';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { bulkhead } from './bulkhead.ts';
import { circuitBreaker } from './circuit-breaker.ts';
import { createOrderService, letters, newBus, order, ordered, outage, pass } from './order-service.test.fixture.ts';
import { policies } from './policies.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const never = () => new Promise<never>(() => {});

describe('policies', () => {
  it('asks the first one first: what waits in a bulkhead is refused when the breaker inside it has opened meanwhile', async () => {
    const { bus } = newBus();
    const service = createOrderService();
    service.isUp = false;
    const policy = policies(bulkhead({ running: 1, waiting: 9 }), circuitBreaker({ failures: 1, openFor: 1_000 }));
    bus.on(ordered, service.handle, { policy, overlap: 'parallel' });
    await order(bus, 1, 2, 3);
    expect({ calls: service.calls, letters: letters(bus) }).toEqual({
      calls: [1],
      letters: ['1 failed', '2 refused', '3 refused'],
    });
  });

  it('does not count as a failure what a bulkhead inside a breaker refuses', async () => {
    const { bus } = newBus();
    const policy = policies(circuitBreaker({ failures: 1, openFor: 1_000 }), bulkhead({ running: 1 }));
    bus.on(ordered, () => new Promise((resolve) => setTimeout(resolve, 100)), { policy, overlap: 'parallel' });
    await order(bus, 1, 2, 3);
    expect({ letters: letters(bus), state: policy.state }).toEqual({ letters: ['2 refused', '3 refused'], state: 'closed' });
  });

  it('shows the state of the breaker, wherever it stands, and calls its observers', async () => {
    const policy = policies(bulkhead({ running: 1 }), circuitBreaker({ failures: 1, openFor: 1_000 }));
    const states = [policy.state];
    const end = policy.watch?.((state) => states.push(state));
    await policy.execute(() => Promise.reject(outage)).catch(() => {});
    await pass(1_000);
    await policy.execute(() => {});
    end?.();
    await policy.execute(() => Promise.reject(outage)).catch(() => {});
    expect({ states, now: policy.state }).toEqual({ states: ['closed', 'open', 'half-open', 'closed'], now: 'open' });
  });

  it('shows the state of a bulkhead where there is no breaker', () => {
    const policy = policies(timeout(100, TimeoutStrategy.Aggressive), bulkhead({ running: 1 }));
    void policy.execute(never).catch(() => {});
    expect(policy.state).toBe('full');
    expect(policy.watch?.(() => {})).toBeTypeOf('function');
  });

  it('runs each inside the one before it', async () => {
    const story: string[] = [];
    const named = (name: string): Policy => ({
      async execute(run, signal = new AbortController().signal) {
        story.push(name);
        return run({ signal });
      },
    });
    await policies(named('a'), named('b'), named('c')).execute(() => story.push('handler'));
    expect(story).toEqual(['a', 'b', 'c', 'handler']);
  });

  it("takes cockatiel's own policies among them", async () => {
    const { bus } = newBus();
    const service = createOrderService();
    const again = retry(handleAll, { maxAttempts: 2, backoff: new ConstantBackoff(10) });
    bus.on(ordered, service.handle, { policy: policies(circuitBreaker({ failures: 2, openFor: 1_000 }), again) });
    service.isUp = false;
    await order(bus, 1);
    await pass(20);
    expect({ calls: service.calls, letters: letters(bus) }).toEqual({ calls: [1, 1, 1], letters: ['1 failed'] });
  });

  it("counts a time-out of cockatiel's inside a breaker as a failure", async () => {
    const policy = policies(circuitBreaker({ failures: 1, openFor: 1_000 }), timeout(100, TimeoutStrategy.Aggressive));
    const outcome = expect(policy.execute(never)).rejects.toThrow('timed out after 100ms');
    await pass(100);
    await outcome;
    expect(policy.state).toBe('open');
  });

  it('gives the handler a signal that aborts with the one it was given', async () => {
    const policy = policies(bulkhead({ running: 1 }), circuitBreaker({ failures: 1, openFor: 1_000 }));
    const controller = new AbortController();
    let given: AbortSignal | undefined;
    const outcome = policy.execute(async ({ signal }) => {
      given = signal;
      await new Promise((resolve) => signal.addEventListener('abort', resolve));
      return 'gave in';
    }, controller.signal);
    controller.abort();
    expect(given?.aborted).toBe(true);
    expect(await outcome).toBe('gave in');
  });

  it('of nothing, or of something that is no policy, are refused', () => {
    const invalid = expect.objectContaining({ code: 'invalid-option' });
    expect(() => Reflect.apply(policies, undefined, [])).toThrow(invalid);
    expect(() => policies({ state: 'closed' } as never)).toThrow(invalid);
  });
});

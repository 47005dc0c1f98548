import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { circuitBreaker } from './circuit-breaker.ts';
import { createOrderService, letters, newBus, order, ordered, outage, pass } from './order-service.test.fixture.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

describe('circuitBreaker', () => {
  it('opens after so many failures in a row: what follows is refused at once, without a call', async () => {
    const { bus } = newBus();
    const service = createOrderService();
    service.isUp = false;
    bus.on(ordered, service.handle, { policy: circuitBreaker({ failures: 2, openFor: 1_000 }) });
    await order(bus, 1, 2, 3, 4);
    expect(service.calls).toEqual([1, 2]);
    expect(letters(bus)).toEqual(['1 failed', '2 failed', '3 refused', '4 refused']);
  });

  it('says in each refused letter what the last failure was', async () => {
    const { bus } = newBus();
    const policy = circuitBreaker({ failures: 1, openFor: 1_000 });
    bus.on(ordered, () => Promise.reject(outage), { policy });
    await order(bus, 1, 2);
    expect(bus.deadLetters.list()[1]).toMatchObject({
      reason: 'refused',
      error: { code: 'policy-refused', cause: { isBrokenCircuitError: true, cause: outage } },
    });
  });

  it('begins to count anew with each success', async () => {
    const { bus } = newBus();
    const service = createOrderService();
    bus.on(ordered, service.handle, { policy: circuitBreaker({ failures: 2, openFor: 1_000 }) });
    for (const number of [1, 2, 3, 4, 5]) {
      service.isUp = number % 2 === 0;
      await order(bus, number);
    }
    expect(letters(bus)).toEqual(['1 failed', '3 failed', '5 failed']);
  });

  it('opens when more than its share of the last tries failed', async () => {
    const { bus } = newBus();
    const service = createOrderService();
    const policy = circuitBreaker({ share: 0.5, window: 4, openFor: 1_000 });
    bus.on(ordered, service.handle, { policy });
    for (const number of [1, 2, 3, 4, 5, 6]) {
      service.isUp = [1, 3].includes(number);
      await order(bus, number);
    }
    expect(letters(bus)).toEqual(['2 failed', '4 failed', '5 failed', '6 refused']);
  });

  it('stays closed until as many tries were made as its share is of', async () => {
    const { bus } = newBus();
    const policy = circuitBreaker({ share: 0.1, window: 4, openFor: 1_000 });
    bus.on(ordered, () => Promise.reject(outage), { policy });
    await order(bus, 1, 2, 3);
    expect(policy.state).toBe('closed');
    await order(bus, 4);
    expect(policy.state).toBe('open');
  });

  it('lets one event through when it has been open for long enough, and closes when that succeeds', async () => {
    const { bus } = newBus();
    const service = createOrderService();
    service.isUp = false;
    bus.on(ordered, service.handle, { policy: circuitBreaker({ failures: 1, openFor: 1_000 }) });
    await order(bus, 1);
    await pass(999);
    service.isUp = true;
    await order(bus, 2);
    await pass(1);
    await order(bus, 3, 4);
    expect(service.calls).toEqual([1, 3, 4]);
    expect(letters(bus)).toEqual(['1 failed', '2 refused']);
  });

  it('opens for as long again when the trial fails', async () => {
    const { bus } = newBus();
    const service = createOrderService();
    service.isUp = false;
    bus.on(ordered, service.handle, { policy: circuitBreaker({ failures: 3, openFor: 1_000 }) });
    await order(bus, 1, 2, 3);
    await pass(1_000);
    await order(bus, 4);
    await pass(999);
    await order(bus, 5);
    await pass(1);
    await order(bus, 6);
    expect(service.calls).toEqual([1, 2, 3, 4, 6]);
  });

  it('refuses the others while one is tried, and makes nobody wait for its outcome', async () => {
    const { bus } = newBus();
    const service = createOrderService();
    const policy = circuitBreaker({ failures: 1, openFor: 1_000 });
    const slow = async (event: { readonly data: number }) => {
      if (event.data > 1) await new Promise((resolve) => setTimeout(resolve, 500));
      return service.handle(event);
    };
    bus.on(ordered, slow, { policy, overlap: 'parallel' });
    service.isUp = false;
    await order(bus, 1);
    service.isUp = true;
    await pass(1_000);
    await order(bus, 2, 3, 4);
    expect(policy.state).toBe('half-open');
    expect(letters(bus)).toEqual(['1 failed', '3 refused', '4 refused']);
    await pass(500);
    expect({ state: policy.state, calls: service.calls }).toEqual({ state: 'closed', calls: [1, 2] });
  });

  it('is shared by the subscriptions that are given it: what one learns, the others are spared', async () => {
    const { bus } = newBus();
    const service = createOrderService();
    const policy = circuitBreaker({ failures: 1, openFor: 1_000 });
    bus.on(ordered, () => Promise.reject(outage), { policy });
    bus.on('shop:*', ({ data }) => service.handle({ data: data as number }), { policy, delivery: 'sync' });
    bus.on(ordered, service.handle);
    service.isUp = false;
    await order(bus, 1, 2);
    expect(service.calls).toEqual([1, 1, 2]);
    expect(bus.metrics().subscriptions).toMatchObject([{ dead: 2 }, { dead: 2 }, { dead: 2 }]);
  });
});

describe('circuitBreaker, with `retry`', () => {
  it('counts each try, and ends the retries of the event that opens it at once', async () => {
    const { bus } = newBus();
    const service = createOrderService();
    service.isUp = false;
    bus.on(ordered, service.handle, { policy: circuitBreaker({ failures: 3, openFor: 60_000 }), retry: 9 });
    await order(bus, 1, 2, 3);
    await pass(300);
    expect(bus.deadLetters.list()[0]).toMatchObject({ reason: 'failed', attempts: 3, error: { cause: outage } });
    expect(letters(bus)).toEqual(['1 failed', '2 refused', '3 refused']);
    await pass(59_000);
    expect({ calls: service.calls, timers: vi.getTimerCount() }).toEqual({ calls: [1, 1, 1], timers: 0 });
  });

  it('refuses a retry that was due while it is open', async () => {
    const { bus } = newBus();
    const policy = circuitBreaker({ failures: 2, openFor: 60_000 });
    const calls: number[] = [];
    const fails = ({ data }: { readonly data: number }) => Promise.reject(calls.push(data));
    bus.on(ordered, fails, { policy, retry: 1, overlap: 'parallel' });
    await order(bus, 1);
    await pass(10);
    await order(bus, 2);
    expect(letters(bus)).toEqual(['2 failed']);
    await pass(100);
    expect({ letters: letters(bus), calls }).toEqual({ letters: ['2 failed', '1 refused'], calls: [1, 2] });
  });

  it('tries an event again that failed as a trial once it has been open for long enough once more', async () => {
    const { bus } = newBus();
    const service = createOrderService();
    service.isUp = false;
    const policy = circuitBreaker({ failures: 1, openFor: 50 });
    bus.on(ordered, service.handle, { policy, retry: { attempts: 5, delay: 100 } });
    await order(bus, 1);
    await pass(50);
    await order(bus, 2);
    await pass(60_000);
    expect({ calls: service.calls, letters: letters(bus) }).toEqual({ calls: [1, 2], letters: ['1 failed', '2 failed'] });
  });
});

describe('circuitBreaker, and handlers that do not settle', () => {
  const never = (..._: unknown[]) => new Promise<never>(() => {});

  it('counts a try that passes the `timeout` of its subscription as a failure', async () => {
    const { bus } = newBus();
    const policy = circuitBreaker({ failures: 2, openFor: 1_000 });
    bus.on(ordered, never, { policy, timeout: 100 });
    await order(bus, 1, 2, 3);
    await pass(200);
    expect(letters(bus)).toEqual(['1 failed', '2 failed', '3 refused']);
  });

  it('refuses the retry of an event whose `timeout` opened it', async () => {
    const { bus } = newBus();
    const policy = circuitBreaker({ failures: 1, openFor: 60_000 });
    let calls = 0;
    bus.on(ordered, () => never(calls++), { policy, timeout: 100, retry: 5 });
    await order(bus, 1);
    await pass(200);
    expect(calls).toBe(1);
    expect(bus.deadLetters.list()).toMatchObject([{ reason: 'refused', error: { cause: { cause: { code: 'timed-out' } } } }]);
  });

  it('opens again after a trial that passes the `timeout`', async () => {
    const { bus } = newBus();
    const policy = circuitBreaker({ failures: 1, openFor: 1_000 });
    bus.on(ordered, never, { policy, timeout: 100 });
    await order(bus, 1);
    await pass(1_100);
    await order(bus, 2);
    expect(policy.state).toBe('half-open');
    await pass(100);
    expect(policy.state).toBe('open');
  });

  it("counts nothing when a newer event takes an older one's place", async () => {
    const { bus } = newBus();
    const policy = circuitBreaker({ failures: 1, openFor: 1_000 });
    bus.on(ordered, never, { policy, overlap: 'switch' });
    await order(bus, 1, 2, 3);
    expect({ state: policy.state, letters: letters(bus) }).toEqual({ state: 'closed', letters: [] });
    expect(bus.metrics().subscriptions).toMatchObject([{ declined: 2 }]);
  });
});

describe('circuitBreaker, with `when`', () => {
  const refusal = new Error('no such order');
  const when = (error: unknown) => error !== refusal;

  it('stays closed for errors that do not count', async () => {
    const { bus } = newBus();
    bus.on(ordered, () => Promise.reject(refusal), { policy: circuitBreaker({ failures: 1, openFor: 1_000, when }) });
    await order(bus, 1, 2);
    expect(letters(bus)).toEqual(['1 failed', '2 failed']);
  });

  it('closes after a trial whose error does not count', async () => {
    const { bus } = newBus();
    const policy = circuitBreaker({ failures: 1, openFor: 1_000, when });
    bus.on(ordered, ({ data }) => Promise.reject(data === 1 ? outage : refusal), { policy });
    await order(bus, 1);
    await pass(1_000);
    await order(bus, 2);
    expect({ state: policy.state, letters: letters(bus) }).toEqual({ state: 'closed', letters: ['1 failed', '2 failed'] });
  });

  it('is asked once about a try, though its handler fails once more after its time-out', async () => {
    const { bus } = newBus();
    const asked: unknown[] = [];
    const policy = circuitBreaker({ failures: 1, openFor: 1_000, when: (error) => asked.push(error) > 0 });
    bus.on(ordered, () => new Promise((_resolve, reject) => setTimeout(reject, 200, outage)), { policy, timeout: 100 });
    await order(bus, 1);
    await pass(200);
    expect(asked).toMatchObject([{ code: 'timed-out' }]);
  });

  it('counts the failure and reports the error where the question itself throws', async () => {
    const { bus } = newBus();
    const told = vi.spyOn(console, 'error').mockImplementation(() => {});
    const broken = new Error('a bug in `when`');
    const policy = circuitBreaker({
      failures: 1,
      openFor: 1_000,
      when() {
        throw broken;
      },
    });
    bus.on(ordered, () => Promise.reject(outage), { policy });
    await order(bus, 1);
    expect({ state: policy.state, told: told.mock.calls }).toEqual({ state: 'open', told: [[broken]] });
  });
});

describe('circuitBreaker, and clocks', () => {
  it('stays open for as long as it was told, however the wall clock is set', async () => {
    const policy = circuitBreaker({ failures: 1, openFor: 1_000 });
    await policy.execute(() => Promise.reject(outage)).catch(() => {});
    vi.setSystemTime(Date.now() + 3_600_000);
    await expect(policy.execute(() => 'let in')).rejects.toThrow('circuit breaker is open');
    vi.setSystemTime(Date.now() - 7_200_000);
    await pass(1_000);
    await expect(policy.execute(() => 'let in')).resolves.toBe('let in');
  });
});

describe('circuitBreaker, watched', () => {
  it('calls each observer with each new state until it has ended', async () => {
    const policy = circuitBreaker({ failures: 1, openFor: 1_000 });
    const states: string[] = [];
    const end = policy.watch((state) => states.push(state));
    const fail = () => policy.execute(() => Promise.reject(outage)).catch(() => {});
    await fail();
    await pass(1_000);
    await fail();
    await pass(1_000);
    await policy.execute(() => {});
    end();
    await fail();
    expect(states).toEqual(['open', 'half-open', 'open', 'half-open', 'closed']);
  });

  it('reports the error of an observer, and goes on as if it had not thrown', async () => {
    const told = vi.spyOn(console, 'error').mockImplementation(() => {});
    const policy = circuitBreaker({ failures: 1, openFor: 1_000 });
    const broken = new Error('a bug in an observer');
    policy.watch(() => {
      throw broken;
    });
    await expect(policy.execute(() => Promise.reject(outage))).rejects.toBe(outage);
    await pass(1_000);
    await expect(policy.execute(() => 'let in')).resolves.toBe('let in');
    expect({ state: policy.state, told: told.mock.calls }).toEqual({ state: 'closed', told: [[broken], [broken], [broken]] });
  });
});

describe('circuitBreaker, options', () => {
  it.each([
    [
      { openFor: 1_000 },
      '"circuitBreaker" set share to undefined. Expected a number between 0 and 1, or `failures` in its place.',
    ],
    [{ failures: 0, openFor: 1_000 }, '"circuitBreaker" set failures to 0. Expected a whole number from 1 on.'],
    [{ failures: 2.5, openFor: 1_000 }, '"circuitBreaker" set failures to 2.5. Expected a whole number from 1 on.'],
    [{ failures: 2, share: 0.5, openFor: 1_000 }, '"circuitBreaker" set share to 0.5. Expected `failures` or `share`, not both.'],
    [
      { share: 50, window: 10, openFor: 1_000 },
      '"circuitBreaker" set share to 50. Expected a number between 0 and 1, or `failures` in its place.',
    ],
    [{ share: 0.5, openFor: 1_000 }, '"circuitBreaker" set window to undefined. Expected a whole number from 1 on.'],
    [{ failures: 2 }, '"circuitBreaker" set openFor to undefined. Expected milliseconds above 0.'],
    [{ failures: 2, openFor: '5s' }, '"circuitBreaker" set openFor to "5s". Expected milliseconds above 0.'],
    [{ failures: 2, openFor: 1, when: 'always' }, '"circuitBreaker" set when to "always". Expected a function.'],
  ])('%o are refused', (options, message) => {
    expect(() => circuitBreaker(options as never)).toThrow(expect.objectContaining({ code: 'invalid-option', message }));
  });
});

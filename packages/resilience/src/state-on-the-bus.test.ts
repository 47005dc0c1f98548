import { type Bus, hubEvents } from '@busbar/core';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { bulkhead } from './bulkhead.ts';
import { circuitBreaker } from './circuit-breaker.ts';
import { createOrderService, letters, newBus, order, ordered, outage, pass } from './order-service.test.fixture.ts';
import { policies } from './policies.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

/** What the hub tells of breakers, in short: `#1 open`. */
function follow(bus: Bus): string[] {
  const { breakerOpened, breakerHalfOpened, breakerClosed } = hubEvents;
  const told: string[] = [];
  bus.on([breakerOpened, breakerHalfOpened, breakerClosed], ({ data: { subscriber, state } }) => {
    told.push(`${subscriber.target} ${state}`);
  });
  return told;
}

describe('the state of a policy', () => {
  it('is shown in the metrics of each subscription that it was given to', async () => {
    const { bus } = newBus();
    const policy = policies(bulkhead({ running: 9 }), circuitBreaker({ failures: 1, openFor: 1_000 }));
    const shown = () => bus.metrics().subscriptions.map((subscription) => subscription.policy);
    bus.on(ordered, () => Promise.reject(outage), { policy });
    bus.on(ordered, () => {}, { policy: bulkhead({ running: 1 }) });
    bus.on(ordered, () => {});
    expect(shown()).toEqual(['closed', 'free', undefined]);
    await order(bus, 1);
    expect(shown()).toEqual(['open', 'free', undefined]);
  });

  it('is told as events of the hub, for each subscription of the breaker', async () => {
    const { bus } = newBus();
    const told = follow(bus);
    const service = createOrderService();
    const policy = circuitBreaker({ failures: 1, openFor: 1_000 });
    bus.on(ordered, service.handle, { policy });
    bus.on('shop:*', () => {}, { policy });
    service.isUp = false;
    await order(bus, 1);
    expect(told.splice(0)).toEqual(['shop:ordered open', 'shop:* open']);
    service.isUp = true;
    await pass(1_000);
    await order(bus, 2);
    expect(told).toEqual(['shop:ordered half-open', 'shop:* half-open', 'shop:ordered closed', 'shop:* closed']);
  });

  it('is told no more of a subscription that has ended', async () => {
    const { bus } = newBus();
    const told = follow(bus);
    const policy = circuitBreaker({ failures: 1, openFor: 1_000 });
    bus.on(ordered, () => {}, { policy })();
    await policy.execute(() => Promise.reject(outage)).catch(() => {});
    expect({ state: policy.state, told }).toEqual({ state: 'open', told: [] });
  });
});

describe('redriving when the breaker has closed', () => {
  /** Sends what this subscription missed again; what then fails again stays, so that it is not sent for ever. */
  function redriveWhenClosed(bus: Bus): void {
    bus.on(hubEvents.breakerClosed, ({ data }) => {
      bus.deadLetters.redrive(
        ({ subscriber, event, reason }) =>
          subscriber?.id === data.subscriber.id && (reason === 'refused' || event.redriveof === undefined),
      );
    });
  }

  it('delivers every letter, in order', async () => {
    const { bus } = newBus();
    const service = createOrderService();
    redriveWhenClosed(bus);
    bus.on(ordered, service.handle, { policy: circuitBreaker({ failures: 2, openFor: 1_000 }) });
    service.isUp = false;
    await order(bus, 1, 2, 3, 4);
    expect(letters(bus)).toHaveLength(4);
    service.isUp = true;
    await pass(1_000);
    await order(bus, 5);
    expect({ calls: service.calls, letters: letters(bus) }).toEqual({ calls: [1, 2, 5, 1, 2, 3, 4], letters: [] });
    expect(bus.metrics().subscriptions).toContainEqual(expect.objectContaining({ delivered: 5, dead: 4 }));
  });

  it('leaves a letter that fails once more, and does not send it for ever', async () => {
    const { bus } = newBus();
    redriveWhenClosed(bus);
    const calls: number[] = [];
    async function failsForOne({ data }: { readonly data: number }): Promise<void> {
      calls.push(data);
      if (data === 1) throw outage;
    }
    bus.on(ordered, failsForOne, { policy: circuitBreaker({ failures: 1, openFor: 1_000 }) });
    await order(bus, 1);
    for (const number of [2, 3, 4]) {
      await pass(1_000);
      await order(bus, number);
    }
    expect({ calls, letters: letters(bus) }).toEqual({ calls: [1, 2, 1, 3, 4], letters: ['1 failed'] });
  });

  it('may be what tries: of many letters the first is the trial, and the rest follow', async () => {
    const { bus } = newBus();
    const service = createOrderService();
    bus.on(ordered, service.handle, { policy: circuitBreaker({ failures: 1, openFor: 1_000 }) });
    service.isUp = false;
    await order(bus, 1, 2, 3);
    service.isUp = true;
    await pass(1_000);
    bus.deadLetters.redrive(() => true);
    await pass(0);
    expect({ calls: service.calls, letters: letters(bus) }).toEqual({ calls: [1, 1, 2, 3], letters: [] });
  });
});

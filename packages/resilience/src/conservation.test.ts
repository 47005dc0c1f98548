import type { SubscribeOptions } from '@busbar/core';
import * as fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { bulkhead } from './bulkhead.ts';
import { type CircuitBreakerOptions, circuitBreaker } from './circuit-breaker.ts';
import { newBus, order, ordered, outage, pass } from './order-service.test.fixture.ts';
import { policies } from './policies.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

/** What becomes of the handler's calls, one after the other, and how long to wait before the next event. */
const program = fc.array(
  fc.record({
    fate: fc.constantFrom('succeeds', 'fails', 'fails', 'takes long', 'takes long and fails', 'never settles'),
    pause: fc.constantFrom(0, 0, 0, 10, 100, 300),
  }),
  { minLength: 1, maxLength: 25 },
);
type Fate = 'succeeds' | 'fails' | 'takes long' | 'takes long and fails' | 'never settles';

const breakers: fc.Arbitrary<CircuitBreakerOptions> = fc.oneof(
  fc.record({ failures: fc.integer({ min: 1, max: 3 }), openFor: fc.constantFrom(20, 200) }),
  fc.record({ share: fc.constantFrom(0.3, 0.5), window: fc.integer({ min: 1, max: 5 }), openFor: fc.constantFrom(20, 200) }),
);
const bulkheads = fc.record({ running: fc.integer({ min: 1, max: 3 }), waiting: fc.integer({ min: 0, max: 3 }) });
const subscriptions: fc.Arbitrary<SubscribeOptions[]> = fc.array(
  fc.record({ overlap: fc.constantFrom('queue', 'parallel', 'switch', 'drop'), retry: fc.constantFrom(0, 2) }),
  { minLength: 1, maxLength: 3 },
);

async function meet(fate: Fate): Promise<void> {
  if (fate === 'never settles') return new Promise(() => {});
  if (fate.startsWith('takes long')) await new Promise((resolve) => setTimeout(resolve, 40));
  if (fate.endsWith('fails')) throw outage;
}

describe('whatever the sequence of successes and failures', () => {
  it('offered = delivered + dead + declined, also after all letters were redriven; no timer is left', async () => {
    await fc.assert(
      fc.asyncProperty(program, breakers, bulkheads, subscriptions, async (steps, breaking, places, options) => {
        const { bus } = newBus();
        const fates = steps.map(({ fate }) => fate as Fate);
        const policy = policies(bulkhead(places), circuitBreaker(breaking));
        const handle = () => meet(fates.shift() ?? 'succeeds');
        for (const chosen of options) bus.on(ordered, handle, { ...chosen, policy, timeout: 60 });
        for (const [index, { pause }] of steps.entries()) {
          await order(bus, index);
          await pass(pause);
        }
        await pass(60_000);
        let offered = steps.length * options.length;
        for (let rounds = 0; bus.deadLetters.list().length > 0; rounds++) {
          expect(rounds).toBeLessThan(100);
          offered += bus.deadLetters.redrive(() => true);
          await pass(60_000);
        }
        const sums = bus.metrics().subscriptions.map(({ delivered, dead, declined }) => delivered + dead + declined);
        expect(sums.reduce((sum, one) => sum + one)).toBe(offered);
        expect({ timers: vi.getTimerCount(), state: policy.state }).toEqual({ timers: 0, state: 'closed' });
      }),
      { numRuns: 200 },
    );
  });

  it("keeps the order of each subscription whose `overlap` is 'queue', and lets exactly one through while half-open", async () => {
    await fc.assert(
      fc.asyncProperty(program, breakers, async (steps, breaking) => {
        const { bus } = newBus();
        const fates = steps.map(({ fate }) => fate as Fate);
        const policy = circuitBreaker(breaking);
        const decided: Record<string, unknown[]> = { [ordered.type]: [], 'shop:*': [] };
        const story: string[] = [];
        policy.watch((state) => story.push(state));
        bus.deadLetters.subscribe(({ event, subscriber }) => decided[subscriber!.target]?.push(event.data));
        for (const target of Object.keys(decided)) {
          const handle = async ({ data }: { readonly data: unknown }) => {
            story.push('called');
            await meet(fates.shift() ?? 'succeeds');
            decided[target]?.push(data);
          };
          bus.on(target, handle, { policy, timeout: 60 });
        }
        for (const [index, { pause }] of steps.entries()) {
          await order(bus, index);
          await pass(pause);
        }
        await pass(60_000);
        const emitted = [...steps.keys()];
        expect(Object.values(decided)).toEqual([emitted, emitted]);
        expect(story.join(' ')).not.toMatch(/half-open (?!called (open|closed))/);
      }),
      { numRuns: 200 },
    );
  });
});

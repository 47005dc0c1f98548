// Type tests: `tsc` checks them. Each form that is allowed stands beside one that is not.
import type { Policy } from '@busbar/core';
import * as cockatiel from 'cockatiel';
import { describe, expectTypeOf, it } from 'vitest';
import { type BreakerState, type BulkheadState, bulkhead, circuitBreaker, policies } from './index.ts';

describe('policies of cockatiel', () => {
  it('are policies as they are', () => {
    const { handleAll } = cockatiel;
    const breaker = () => cockatiel.circuitBreaker(handleAll, { halfOpenAfter: 1, breaker: new cockatiel.ConsecutiveBreaker(1) });
    expectTypeOf(breaker).returns.toExtend<Policy>();
    expectTypeOf(cockatiel.bulkhead).returns.toExtend<Policy>();
    expectTypeOf(cockatiel.timeout).returns.toExtend<Policy>();
    expectTypeOf(cockatiel.retry).returns.toExtend<Policy>();
    expectTypeOf(() => cockatiel.wrap(breaker(), cockatiel.bulkhead(1))).returns.toExtend<Policy>();
    expectTypeOf(() => policies(cockatiel.bulkhead(1), breaker())).returns.toExtend<Policy>();
    // @ts-expect-error a breaker of cockatiel's that counts is only half of a policy
    policies(new cockatiel.ConsecutiveBreaker(1));
  });
});

describe('options', () => {
  it('are failures in a row or a share of the last tries, not both', () => {
    expectTypeOf(circuitBreaker).toBeCallableWith({ failures: 5, openFor: 1_000 });
    expectTypeOf(circuitBreaker).toBeCallableWith({ share: 0.5, window: 20, openFor: 1_000, when: () => true });
    // @ts-expect-error both are given
    () => circuitBreaker({ failures: 5, share: 0.5, window: 20, openFor: 1_000 });
    // @ts-expect-error a share of how many is not said
    () => circuitBreaker({ share: 0.5, openFor: 1_000 });
    // @ts-expect-error for how long is not said
    () => circuitBreaker({ failures: 5 });
  });
});

describe('state', () => {
  it('is one of few words', () => {
    expectTypeOf(circuitBreaker).returns.toHaveProperty('state').toEqualTypeOf<BreakerState>();
    expectTypeOf(bulkhead).returns.toHaveProperty('state').toEqualTypeOf<BulkheadState>();
    // @ts-expect-error there has to be one policy at least
    () => policies();
  });
});

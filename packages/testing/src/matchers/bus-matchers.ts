import type { AnyEventContract, DeadLetter, EventName, OutputOf } from '@busbar/core';
import type { EventNamed } from '../test-bus.ts';
import type { ExpectedPart } from './expected-part.ts';

/** What `expect(bus)` can do, in Vitest as in Jest. `Result` is what a matcher returns there. */
export interface BusMatchers<Result> {
  /**
   * Passes if the test bus has seen an event of a contract or a name, with a payload that has the given part. Parts are
   * compared as `toMatchObject` does.
   *
   * @example
   * expect(bus).toHaveEmitted(cart.itemAdded, { sku: 'A-1', quantity: expect.any(Number) });
   */
  toHaveEmitted<Contract extends AnyEventContract>(contract: Contract, part?: ExpectedPart<OutputOf<Contract>>): Result;
  toHaveEmitted<Name extends EventName>(name: Name, part?: ExpectedPart<EventNamed<Name>['data']>): Result;

  /**
   * Passes if the bus has a dead letter: any, one of a reason, or one that has the given part.
   *
   * @example
   * expect(bus).toHaveDeadLetter({ reason: 'failed', subscriber: { source: 'checkout' } });
   */
  toHaveDeadLetter(which?: DeadLetter['reason'] | ExpectedPart<DeadLetter>): Result;
}

import type { AnyEventContract, Bus, BusEvent, BusOptions, DeadLetter, DeclaredEvents, EventName, EventOf } from '@busbar/core';
import type { Faults } from './faults/faults.ts';

/** The event of a declared name; any event where the compiler knows no name. */
export type EventNamed<Name> = Name extends keyof DeclaredEvents ? EventOf<DeclaredEvents[Name]> : BusEvent;

/** Which dead letters: all of a reason, or a question put to each. */
export type ExpectedLetter = DeadLetter['reason'] | ((letter: DeadLetter) => boolean);

/** How a test bus is made: all that `createBus` takes, and what only tests want. */
export interface TestBusOptions extends Omit<BusOptions, 'source'> {
  /** The name that its events are stamped with. Default `test`. */
  readonly source?: string;
  /**
   * `virtual` for time that passes when `advance` says so: timers, frames, idle time and clocks of the whole page, until the
   * bus is disposed. A clock that Vitest, Jest or Sinon has installed before is used. Default `real`.
   */
  readonly time?: 'real' | 'virtual';
  /**
   * Whether dead letters and errors that nobody expected fail the test: after each test where the runner has a global
   * `afterEach`, else by `verify()`. Default `false`.
   */
  readonly strict?: boolean;
}

/** How long to wait, and for which event. */
export interface WaitOptions<Event extends BusEvent = BusEvent> {
  /** Passes over events that it answers `false` for. */
  where?(event: Event): boolean;
  /** Milliseconds, virtual ones in virtual time; `Infinity` for no end. Default 1,000. */
  readonly timeout?: number;
}

/** A bus for tests: a bus like any other, on a hub of its own, that remembers what was emitted and can be tampered with. */
export interface TestBus extends Bus {
  /** The events of a contract or a name since the hub's first test bus was made, whoever emitted them, in whatever version, in order. */
  emitted<Contract extends AnyEventContract>(contract: Contract): readonly EventOf<Contract>[];
  emitted<Name extends EventName>(name: Name): readonly EventNamed<Name>[];

  /**
   * Resolves with the first event of a contract or a name that has been emitted already, or comes. Handlers have been given
   * it by then, if they are not busy and nothing holds it up. Rejects with what came instead when the time is over, and when
   * the bus is disposed. It lets no virtual time pass.
   *
   * @example
   * const { data } = await bus.waitFor(order.placed, ({ data }) => data.total > 0);
   */
  waitFor<Contract extends AnyEventContract>(
    contract: Contract,
    options?: WaitOptions<EventOf<Contract>> | ((event: EventOf<Contract>) => boolean),
  ): Promise<EventOf<Contract>>;
  waitFor<Name extends EventName>(
    name: Name,
    options?: WaitOptions<EventNamed<Name>> | ((event: EventNamed<Name>) => boolean),
  ): Promise<EventNamed<Name>>;

  /**
   * Resolves once everything that waits on the hub has been handled, whatever its `delivery`, and handlers have gone as far
   * as they get without a timer or the world outside. No time passes.
   *
   * @throws Error where the handlers never come to rest, with who is busy.
   */
  flush(): Promise<void>;

  /**
   * Lets virtual time pass: what is due by then happens in order, each with the promises that follow from it. Resolves when
   * nothing is left to do at that moment; frames and idle time come at theirs.
   *
   * @throws Error in real time.
   */
  advance(milliseconds: number): Promise<void>;

  /** Faults between the hub and its subscriptions, as networks and bridges make them. */
  readonly inject: Faults;

  /**
   * Expects one dead letter, in strict mode: one that is there or is still to come. Without it, letters that are neither
   * redriven nor discarded fail the test; with it, so does a letter that does not come.
   */
  expectDeadLetter(which?: ExpectedLetter): void;

  /**
   * Checks what strict mode promises, once for each letter and error.
   *
   * @throws Error that tells every unexpected dead letter and error, and every expected letter that is missing.
   */
  verify(): void;
}

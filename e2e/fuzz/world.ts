import type { AnyEventContract, BusEvent, DeadLetter, Hub } from '@busbar/core';

/** The globals of another realm, whose objects pass no `instanceof` of this one. */
export type ForeignGlobals = Pick<typeof globalThis, 'Object' | 'Array' | 'Map' | 'Date' | 'Error' | 'Promise' | 'Function'>;

/** What hostile code knows of the trial that it is part of, and can do in it. */
export interface World {
  readonly foreign: ForeignGlobals;
  readonly hub: Hub;
  readonly contracts: readonly AnyEventContract[];
  /** What was emitted so far. */
  readonly events: readonly BusEvent[];
  readonly letters: readonly DeadLetter[];
  /** Calls back into the bus: emits, subscribes, ends, disposes, redrives. */
  readonly meddle: (how: number) => void;
  /** Remembers an error as one of hostile code's, and answers it. */
  readonly own: <Thrown>(error: Thrown) => Thrown;
  /** Throws an error of hostile code's. */
  readonly throws: (error: unknown) => never;
  /** A promise that settles when the trial ends. */
  readonly hang: () => Promise<unknown>;
}

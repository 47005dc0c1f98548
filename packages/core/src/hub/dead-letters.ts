import type { BusEvent } from '../event.ts';
import type { Readable, Subscription } from '../readable.ts';

/** Why an event could not be delivered. */
export type DeadLetterReason =
  | 'invalid' // its payload breaks the contract
  | 'forbidden' // its scope may not publish it
  | 'incompatible' // no cast leads to the version that the receiver understands
  | 'expired' // its time to live had passed
  | 'failed' // the handler failed, after all its retries
  | 'refused' // a policy (an open breaker, a full bulkhead) would not let the handler run
  | 'overflow' // as many events waited for the subscription as may
  | 'too-many-hops' // the chain of causes was longer than the limit
  | 'rate-exceeded' // its source emitted it more often than its contract's rate allows
  | 'dropped' // a stage ended it deliberately
  | 'rejected'; // a stage ended it as a failure

/** An event that could not be delivered, kept so that somebody can look at it and send it again. */
export interface DeadLetter {
  /** Names this letter among those of all pages; an event may have several, one for each subscription that missed it. */
  readonly id: string;
  readonly reason: DeadLetterReason;
  /** The event. Its `data` is what was emitted where that was refused, and absent if it could not be copied. */
  readonly event: BusEvent;
  /** Who missed it; absent where it never reached delivery. */
  readonly subscriber?: { readonly id: number; readonly source: string; readonly target: string };
  /** How often the handler was tried. */
  readonly attempts: number;
  /** What went wrong, with its own `cause`. */
  readonly error: unknown;
  /** First and last time that it failed, in milliseconds since the Unix epoch. */
  readonly firstTime: number;
  readonly lastTime: number;
}

/** Which letters: an id, or a question put to each. */
export type DeadLetterFilter = string | ((letter: DeadLetter) => boolean);

/** What could not be delivered on this page. Holds the newest 1,000 (`limits.deadLetters`). */
export interface DeadLetters {
  /** The letters, oldest first. */
  list(filter?: DeadLetterFilter): readonly DeadLetter[];
  /** All letters as a readable value, oldest first. Observers hear in the microtask after letters came or went, once for all of them. */
  readonly kept: Readable<readonly DeadLetter[]>;
  /** Calls the observer with each new letter, at once. */
  subscribe(observer: (letter: DeadLetter) => void): Subscription;
  /**
   * Sends letters again, to those who missed them only: same `id`, `redriveof` set. A letter that never reached
   * delivery is published again. Takes the letters that it sent out of the list; a new failure makes a new one. Returns how
   * many it sent. Asked for one by its id, it throws what is still wrong with it.
   */
  redrive(filter: DeadLetterFilter, options?: { edit?(data: unknown): unknown }): number;
  /** Throws letters away. Returns how many. */
  discard(filter: DeadLetterFilter): number;
}

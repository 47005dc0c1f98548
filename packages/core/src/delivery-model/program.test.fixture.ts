import type { Delivery, Overlap } from '../bus.ts';
import type { ActorName, EventType } from './page.test.fixture.ts';

/** What is done with a bus, and how its subscribers behave: plain data, so that a program can be printed and run again. */
export interface Program {
  readonly limits: { readonly hops: number; readonly deadLetters: number };
  /** What `Math.random` answers. */
  readonly chance: number;
  /** The kinds of subscriptions; `subscribe` names them by their place. */
  readonly plans: readonly Plan[];
  /** Events that another context has emitted; `adopt` names them by their place. */
  readonly foreign: readonly Foreign[];
  readonly steps: readonly Step[];
}

/** One step from outside of the bus. */
export type Step =
  | Action
  /** Makes the bus or scope, if there is none; that of `badge` or `profile` is of a second copy of Busbar. */
  | { readonly do: 'mount'; readonly as: ActorName }
  | { readonly do: 'all at once'; readonly actions: readonly Action[] }
  | { readonly do: 'pass'; readonly ms: number }
  /** The wall clock is put forward or back. */
  | { readonly do: 'set clock'; readonly by: number };

/** What may be done at any time, by handlers as well. Numbers that name something count from the first, and begin again past the last. */
export type Action =
  | Emission
  | { readonly do: 'subscribe'; readonly as: ActorName; readonly plan: number }
  | { readonly do: 'adopt'; readonly as: ActorName; readonly event: number }
  | { readonly do: 'end'; readonly subscription: number; readonly by: 'call' | 'signal' }
  | { readonly do: 'dispose'; readonly as: ActorName }
  | { readonly do: 'redrive'; readonly as: ActorName; readonly letter: 'all' | number; readonly edit?: Edit | undefined }
  | { readonly do: 'discard'; readonly as: ActorName; readonly letter: 'all' | number };

/** What `edit` makes of the payload: a good one, a bad one, nothing, because it throws. */
export type Edit = 'mend' | 'spoil' | 'throw';

export interface Emission {
  readonly do: 'emit';
  readonly as: ActorName;
  readonly type: EventType;
  /** In the payload. */
  readonly key: Key;
  /** What will be wrong with it on its way. */
  readonly flaw?: Flaw | undefined;
  readonly subject?: string | undefined;
  readonly idempotencykey?: string | undefined;
  readonly ttl?: number | undefined;
  /** Which of the events emitted so far it answers. Absent: the one that is being handled. */
  readonly cause?: false | number | undefined;
}

export interface Foreign extends Pick<Emission, 'type' | 'key' | 'flaw' | 'subject' | 'idempotencykey'> {
  readonly hops: number;
  /** So many milliseconds after the beginning. */
  readonly expires?: number | undefined;
}

export type Key = 'a' | 'b' | 'c';

export type Flaw =
  | 'breaks its contract'
  | 'is dropped' // by a stage of publishing
  | 'is rejected'
  | 'cannot be cast' // from version 1 to version 2
  | 'is dropped on arrival' // by a stage of receiving
  | 'is rejected on arrival';

/** How to subscribe, and what the handler does. */
export interface Plan {
  /** Event names, or one pattern. */
  readonly target: readonly EventType[] | 'test:*' | '**';
  /** Understands version 2 of `test:noted`. */
  readonly isNewer?: boolean | undefined;
  readonly delivery?: Delivery | undefined;
  readonly priority?: 'user-blocking' | 'background' | undefined;
  readonly overlap?: Overlap | undefined;
  readonly replay?: boolean | number | { readonly after: number } | undefined;
  readonly where?: 'not b' | 'throws for c' | undefined;
  readonly retry?: number | Retry | undefined;
  readonly timeout?: number | undefined;
  /** Goes around each try. A `breaker` says that it is open from the first failure on. */
  readonly policy?: 'bulkhead' | 'breaker' | undefined;
  readonly dedupe?: boolean | number | undefined;
  readonly maxQueue?: number | undefined;
  readonly overflow?: 'dead-letter' | 'drop-oldest' | 'latest-by-key' | undefined;
  /** What the handler does with each of its calls, in order; with all further ones nothing. */
  readonly answers: readonly Answer[];
}

export interface Retry {
  readonly attempts: number;
  readonly delay?: number | undefined;
  readonly factor?: number | undefined;
  readonly maxDelay?: number | undefined;
  readonly jitter?: number | undefined;
  readonly when?: 'once' | 'throws' | undefined;
}

/** One call of a handler. */
export interface Answer {
  /** Before anything else. */
  readonly act?: Action | undefined;
  /** `refused` by the policy, where there is one, instead of being called. */
  readonly takes: 'no time' | 'a promise' | 'for ever' | 'refused' | number;
  readonly fails?: boolean | undefined;
  /** Gives in when its signal aborts. */
  readonly obeys?: boolean | undefined;
  /** When it has taken its milliseconds. */
  readonly actLate?: Action | undefined;
}

/** Whether the age of what waits can be told exactly: not once the wall clock was put forward or back. */
export function tellsAge({ steps }: Program): boolean {
  return !steps.some((step) => step.do === 'set clock');
}

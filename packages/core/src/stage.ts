import type { EmitOptions } from './bus.ts';
import type { AnyEventContract } from './define-event.ts';
import type { BusEvent } from './event.ts';

/** Why an event ends at a stage: made by `drop` or `reject`. */
export type Ending = { readonly drop: string } | { readonly reject: unknown };
/** What a stage answers: nothing to let the event pass, or why it ends here. */
export type Verdict = undefined | void | Ending;

/** The working record of an event that is being published. Stages before `validate` may replace `data`. */
export interface Publication {
  readonly contract: AnyEventContract;
  readonly source: string;
  readonly options: EmitOptions;
  /** The payload so far: the emitter's copy before `validate`, the parsed and frozen value after it. */
  data: unknown;
  /** The event, from `stamp` on. */
  event?: BusEvent;
}

/** The working record of an event on its way to one subscription. Stages may replace `event` by another frozen one. */
export interface Reception {
  event: BusEvent;
  /** The micro-frontend that listens. */
  readonly subscriber: string;
  /** The event name or pattern that it listens to. */
  readonly target: string;
}

/** The steps of publishing, in order. */
export type PublishStageName = 'authorize' | 'validate' | 'stamp' | 'guard' | 'throttle' | 'retain' | 'deliver' | 'mirror';
/** The steps of receiving, in order. */
export type ReceiveStageName = 'match' | 'cast' | 'dedupe' | 'expire' | 'schedule';

/**
 * A step of your own on the way of an event. Answers at once, reads no global, emits nothing.
 *
 * Answer `undefined` to let the event pass, `drop(reason)` to end it deliberately, `reject(error)` to end it as a
 * failure. Either way it becomes a dead letter; a rejected publication also throws to its emitter. A stage that throws
 * or answers with a promise counts as `reject` with the code `stage-failed`.
 *
 * @example
 * const consent: Stage = {
 *   name: 'consent', side: 'publish', before: 'retain',
 *   run: ({ event }) => (event?.type.startsWith('tracking:') && !hasConsent() ? drop('no consent') : undefined),
 * };
 */
export type Stage =
  | {
      readonly name: string;
      readonly side: 'publish';
      readonly before?: PublishStageName;
      readonly after?: PublishStageName;
      run(publication: Publication): Verdict;
    }
  | {
      readonly name: string;
      readonly side: 'receive';
      readonly before?: ReceiveStageName;
      readonly after?: ReceiveStageName;
      run(reception: Reception): Verdict;
    };

/** Ends an event deliberately: no error for the emitter, a dead letter with the reason `dropped`. */
export function drop(reason: string): Ending {
  return { drop: reason };
}

/** Ends an event as a failure: the emitter gets the error, the dead letter holds it. */
export function reject(error: unknown): Ending {
  return { reject: error };
}

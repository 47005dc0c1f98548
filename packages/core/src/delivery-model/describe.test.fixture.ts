import type { SubscriptionMetrics } from '../hub/metrics.ts';

/** What can be seen of a bus after a step; the model and the bus each make one, and these are compared. */
export interface Sight {
  /** Handler calls, and what actions returned or threw, in order. */
  readonly lines: readonly string[];
  /** The codes of the errors that `onError` was told. */
  readonly told: readonly string[];
  readonly letters: readonly string[];
  /** Of the hub, then of each subscription that has not ended. */
  readonly figures: readonly string[];
}

/** What a handler is shown of an event. */
export interface Shown {
  readonly number: number;
  readonly type: string;
  readonly version: number;
  readonly sequence: number;
  readonly hops: number;
  readonly cause?: number | undefined;
  readonly isReplayed?: boolean | undefined;
  readonly letter?: number | undefined;
}

export function describeEvent({ number, type, version, sequence, hops, cause, isReplayed, letter }: Shown): string {
  const answers = cause === undefined ? '' : ` answers ${cause}`;
  const again = `${isReplayed ? ' replayed' : ''}${letter === undefined ? '' : ` of letter ${letter}`}`;
  return `event ${number} (${type} v${version}, sequence ${sequence}, ${hops} hops${answers}${again})`;
}

export function describeCall(subscription: number, event: Shown, attempt: number): string {
  return `subscription ${subscription} is given ${describeEvent(event)}, try ${attempt}`;
}

export function describeLetter(
  {
    number,
    reason,
    attempts,
    firstTime,
    lastTime,
  }: { number: number; reason: string; attempts: number; firstTime: number; lastTime: number },
  event: Shown,
  subscription: number | undefined,
): string {
  const who = subscription === undefined ? 'everybody' : `subscription ${subscription}`;
  return `letter ${number}: ${reason}, ${describeEvent(event)} for ${who} after ${attempts} tries, ${firstTime} to ${lastTime}`;
}

export type Figures = Pick<
  SubscriptionMetrics,
  'delivered' | 'dead' | 'declined' | 'queueDepth' | 'running' | 'failed' | 'retried'
> & {
  /** Undefined where it cannot be told exactly, since the clock was set. */
  readonly age: number | undefined;
};

export function describeSubscription(number: number, figures: Figures): string {
  const { delivered, dead, declined, queueDepth, running, failed, retried, age } = figures;
  const outcomes = `${delivered} delivered, ${dead} dead, ${declined} declined`;
  return `subscription ${number}: ${outcomes}, ${queueDepth} waiting for ${age ?? 'some'} ms, ${running} running, ${failed} failed, ${retried} retried`;
}

export function describeHub({
  emitted,
  delivered,
  deadLetters,
  unheard,
}: {
  emitted: number;
  delivered: number;
  deadLetters: number;
  unheard: number;
}): string {
  return `${emitted} emitted, ${delivered} delivered, ${deadLetters} dead letters, ${unheard} unheard`;
}

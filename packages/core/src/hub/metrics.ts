import type { Durations } from './histogram.ts';
import type { Hub } from './hub.ts';

/**
 * How one subscription is doing. Durations are measured since the subscription began: of each event name the first event in a
 * millisecond, or in more of them where more than 16 subscribe, and one in 64 of those that wait for default delivery or later,
 * fewer where more than one subscribes.
 */
export interface SubscriptionMetrics {
  readonly id: number;
  readonly source: string;
  /** The event name or pattern. */
  readonly target: string;
  readonly delivered: number;
  /** Tries that failed, retries included. */
  readonly failed: number;
  readonly retried: number;
  /** Events that became dead letters here. */
  readonly dead: number;
  /** Events that `where`, `dedupe`, `overlap` or `overflow` declined. */
  readonly declined: number;
  /** Events that the handler is busy with, those that wait for their next try included. */
  readonly running: number;
  /** Events that wait for the handler, wherever they wait. */
  readonly queueDepth: number;
  /** Milliseconds since the oldest of them was emitted; 0 if none waits. */
  readonly age: number;
  /** From emit until the first try begins. Replays are not measured. */
  readonly waitingTime: Durations;
  /** From the beginning of a try until it has settled. */
  readonly handlingTime: Durations;
  /** The state of its `policy`, such as `open`, where the policy has one. */
  readonly policy?: string | undefined;
}

/** A snapshot of the whole hub. */
export interface BusMetrics {
  /** Events that were published, adopted ones included. */
  readonly emitted: number;
  /** Handler calls that succeeded. */
  readonly delivered: number;
  /** Dead letters ever made. */
  readonly deadLetters: number;
  /** Events that no subscription was there for. */
  readonly unheard: number;
  /** Events on the hub's queue. */
  readonly queueDepth: number;
  /** Copies of Busbar on the page. */
  readonly copies: readonly { readonly version: string; readonly source: string }[];
  readonly subscriptions: readonly SubscriptionMetrics[];
}

/** Takes a snapshot of a hub. */
export function snapshot(hub: Hub): BusMetrics {
  const subscriptions = [...hub.subscriptions].map((subscription) => subscription.metrics());
  const { counts } = hub;
  return {
    ...counts,
    delivered: subscriptions.reduce((sum, { delivered }) => sum + delivered, counts.delivered),
    queueDepth: hub.queue.depth,
    copies: hub.copies.map(({ version, source }) => ({ version, source })),
    subscriptions,
  };
}

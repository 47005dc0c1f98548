import type { Hub } from './hub.ts';

/** How one subscription is doing. Times in milliseconds, measured on one delivery in eight. */
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
  /** Events that `where`, `dedupe` or `overlap: 'drop'` declined. */
  readonly declined: number;
  /** Events that wait for the handler. */
  readonly queueDepth: number;
  /** From emit to handler, last measured. */
  readonly lag: number;
  /** What the handler took. */
  readonly handlerTime: { readonly last: number; readonly mean: number; readonly max: number };
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
  return {
    ...hub.counts,
    queueDepth: hub.queue.depth,
    copies: hub.copies.map(({ version, source }) => ({ version, source })),
    subscriptions: [...hub.subscriptions].map((subscription) => subscription.metrics()),
  };
}

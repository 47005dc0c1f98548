import type { BusEvent } from '../event.ts';
import type { DeliveryQueue, Job } from './delivery-queue.ts';
import type { Hub, SubscriptionRecord } from './hub.ts';
import type { Slice } from './slice.ts';

/** The job that gives one event to all who wait for it, and can stop between two of them. */
export class FanOut implements Job {
  readonly event: BusEvent;
  /** Which publication it is: the how many-th of the page. `Infinity` for what is given to one subscription alone. */
  readonly turn: number;
  /** What it has in common with events that may take its place; nothing where that cannot be told. */
  readonly key: unknown;
  left = 0;
  readonly #subscriptions: ReadonlySet<SubscriptionRecord>;
  readonly #synchronous: boolean;
  #rest: SetIterator<SubscriptionRecord> | undefined;
  /** The subscription that was looked at last; their ids are in the order of subscribing. */
  #reached = 0;

  constructor(
    event: BusEvent,
    key: unknown,
    subscriptions: ReadonlySet<SubscriptionRecord>,
    synchronous: boolean,
    turn = Infinity,
  ) {
    this.event = event;
    this.key = key;
    this.turn = turn;
    this.#subscriptions = subscriptions;
    this.#synchronous = synchronous;
  }

  run(isSpent: Slice): boolean {
    this.#rest ??= this.#subscriptions.values();
    if (this.left > 0) {
      for (const subscription of this.#rest) {
        this.#reached = subscription.id;
        if (this.#concerns(subscription)) subscription.receive(this);
        if (this.left === 0) break;
        if (isSpent()) return false;
      }
    }
    // Errors keep what was on the stack, and an iterator keeps whatever has been in its set since.
    this.#rest = undefined;
    return true;
  }

  isFor(subscription: SubscriptionRecord): boolean {
    return (
      this.left > 0 &&
      subscription.id > this.#reached &&
      subscription.after < this.turn &&
      this.#subscriptions.has(subscription) &&
      this.#concerns(subscription)
    );
  }

  /** Whoever subscribed since was given the event as a replay, if at all. */
  #concerns({ ended, synchronous, since }: SubscriptionRecord): boolean {
    return !ended && synchronous === this.#synchronous && (since < this.event.sequence || this.turn === Infinity);
  }
}

/** The queue that a subscription is given its events from. */
export function queueFor({ queue, synchronous }: Hub, subscription: SubscriptionRecord): DeliveryQueue {
  return subscription.synchronous ? synchronous : queue;
}

/** What waits for a subscription on its queue and is not known to it, the oldest first. */
export function* waitingFor(hub: Hub, subscription: SubscriptionRecord): Generator<FanOut> {
  for (const job of queueFor(hub, subscription)) if (job.isFor?.(subscription)) yield job as FanOut;
}

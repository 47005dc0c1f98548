import type { BusEvent } from '../event.ts';
import type { Link } from './chain.ts';
import type { DeliveryQueue, Job } from './delivery-queue.ts';
import type { DirectCalls } from './direct-calls.ts';
import type { Hub, SubscriptionRecord } from './hub.ts';
import type { Slice } from './slice.ts';
import { fits } from './version-taken.ts';

const none: readonly SubscriptionRecord[] = [];

/** What a subscription has decided about an event that it had no room for, and is still to be told. */
export interface Conclusion {
  /** The subscription's. */
  readonly id: number;
  tell(): void;
}

/** The job that gives one event to all who wait for it, and can stop between two of them. */
export class FanOut implements Job {
  readonly event: BusEvent;
  /** Which publication it is: the how many-th of the page. `Infinity` for what is given to one subscription alone. */
  readonly turn: number;
  /** What it has in common with events that may take its place; nothing where that cannot be told. */
  readonly key: unknown;
  older: Link | undefined;
  newer: Link | undefined;
  /** How many subscriptions wait for it, of those that know. */
  left = 0;
  readonly #hub: Hub;
  /** In the order of subscribing. */
  #subscriptions: readonly SubscriptionRecord[];
  readonly #isPlain: boolean;
  #next = 0;
  #isKnown = false;

  /** An event `isPlain` if it has nothing that a stage would have to look at. */
  constructor(
    hub: Hub,
    event: BusEvent,
    key: unknown,
    subscriptions: readonly SubscriptionRecord[],
    isPlain: boolean,
    turn = Infinity,
  ) {
    this.#hub = hub;
    this.event = event;
    this.key = key;
    this.turn = turn;
    this.#subscriptions = subscriptions;
    this.#isPlain = isPlain;
  }

  /** Tells the subscriptions that the event waits for them, and asks where there is no room. Answers what is to be told of that, if anything. */
  offer(): Conclusion[] | undefined {
    let conclusions: Conclusion[] | undefined;
    this.#isKnown = true;
    // By index: an iterator would be an object for each subscription.
    for (let index = 0; index < this.#subscriptions.length; index++) {
      const subscription = this.#subscriptions[index]!;
      if (subscription.queued < subscription.room) {
        this.#await(subscription);
      } else {
        conclusions ??= [];
        conclusions.push(subscription.offer(this));
      }
    }
    return conclusions;
  }

  /** Tells those who are still to be given the event that it waits for them. Where they do not know, nothing else does, and there is room. */
  makeKnown(): void {
    if (this.#isKnown) return;
    this.#isKnown = true;
    for (let index = this.#next; index < this.#subscriptions.length; index++) this.#await(this.#subscriptions[index]!);
  }

  run(slice: Slice | undefined): boolean {
    const direct = this.#isPlain ? this.#hub.direct[slice ? 'later' : 'synchronous'] : undefined;
    direct?.begin(this.#hub, this);
    try {
      while (this.#next < this.#subscriptions.length && !(this.#isKnown && this.left === 0)) {
        if (!direct || !this.#callFree(direct, slice)) this.#passOn(direct);
        if (slice?.isSpent()) return false;
      }
      // Errors keep what was on the stack, and with it handlers of subscriptions that have ended since.
      this.#subscriptions = none;
      return true;
    } finally {
      direct?.end();
    }
  }

  isCalling(subscription: SubscriptionRecord): boolean {
    return this.#subscriptions[this.#next - 1] === subscription;
  }

  isFor(subscription: SubscriptionRecord): boolean {
    const { id, synchronous, after, ended } = subscription;
    const last = this.#subscriptions.at(-1);
    const reached = this.#subscriptions[this.#next - 1]?.id ?? 0;
    if (!last || ended || this.left === 0 || after >= this.turn || id <= reached || id > last.id) return false;
    return (
      id === last.id ||
      (this.#subscriptions.length > 1 && synchronous === last.synchronous && subscription.covers(this.event.type))
    );
  }

  /** Calls handlers directly; answers `false` once it comes to a subscription that is not free. */
  #callFree(direct: DirectCalls, slice: Slice | undefined): boolean {
    const { event } = this;
    const { dataversion } = event;
    // About, by when the clock was last read.
    const waited = slice && !event.replayed ? this.#hub.clock.offset + slice.now - event.time : 0;
    const subscriptions = this.#subscriptions;
    while (this.#next < subscriptions.length) {
      const subscription = subscriptions[this.#next]!;
      if (!fits(dataversion, subscription.free) || (slice && waited > subscription.patience)) return false;
      this.#next++;
      if (this.#isKnown) {
        if (this.turn <= subscription.after) continue;
        subscription.queued--;
        this.left--;
      }
      direct.make(subscription, event);
      if (slice?.isSpent()) break;
    }
    return true;
  }

  /** Gives the event to one subscription on the long way. */
  #passOn(direct: DirectCalls | undefined): void {
    this.makeKnown();
    const subscription = this.#subscriptions[this.#next++]!;
    if (subscription.ended) return;
    direct?.end();
    subscription.receive(this);
    direct?.begin(this.#hub, this);
  }

  #await(subscription: SubscriptionRecord): void {
    subscription.queued++;
    this.left++;
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

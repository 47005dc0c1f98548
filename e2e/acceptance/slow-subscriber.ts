import type { Bus, BusEvent, EventContract, SubscriptionMetrics } from '@busbar/core';

/** A subscriber that takes 10 ms for each event, and knows by itself what waits for it and since when. */
export class SlowSubscriber {
  readonly #bus: Bus;
  readonly #maxQueue: number;
  /** When each event was emitted that waits, by its sequence, oldest first. */
  readonly #waiting = new Map<number, number>();
  /** Events that were refused while they were emitted. */
  readonly #refused = new Set<number>();
  /** The furthest that the metrics were from what the subscriber knows: in events, and as a share of the age. */
  depthError = 0;
  ageError = 0;
  deepest = 0;

  /** A bus of the name of what is to happen past `maxQueue`. */
  constructor(bus: Bus, contract: EventContract, maxQueue: number) {
    this.#bus = bus;
    this.#maxQueue = maxQueue;
    bus.deadLetters.subscribe(({ subscriber, event: { sequence } }) => {
      if (subscriber?.source === bus.source && !this.#waiting.delete(sequence)) this.#refused.add(sequence);
    });
    const handler = ({ sequence }: BusEvent): Promise<unknown> => {
      this.#waiting.delete(sequence);
      return new Promise((resolve) => setTimeout(resolve, 10));
    };
    bus.on(contract, handler, { maxQueue, overflow: bus.source as 'dead-letter' | 'drop-oldest' });
  }

  /** Notes that an event was emitted. What was not refused waits; past the bound the oldest was dropped for it. */
  note({ sequence }: BusEvent, time: number): void {
    if (this.#refused.delete(sequence)) return;
    this.#waiting.set(sequence, time);
    if (this.#waiting.size > this.#maxQueue) this.#waiting.delete(this.#waiting.keys().next().value!);
  }

  /** Compares the metrics with what the subscriber knows. Ages below 50 ms are not compared: clocks are coarse. */
  compare(): void {
    const { queueDepth, age } = this.metrics;
    this.deepest = Math.max(this.deepest, queueDepth);
    this.depthError = Math.max(this.depthError, Math.abs(queueDepth - this.#waiting.size));
    const trueAge = performance.now() - (this.#waiting.values().next().value ?? Number.POSITIVE_INFINITY);
    if (trueAge > 50) this.ageError = Math.max(this.ageError, Math.abs(age / trueAge - 1));
  }

  get metrics(): SubscriptionMetrics {
    return this.#bus.metrics().subscriptions.find(({ source }) => source === this.#bus.source)!;
  }
}

import type { BusEvent } from '@busbar/core';
import type { Position, Snapshot } from './projected.ts';
import { RecentKeys } from './recent-keys.ts';

/** What two events that are one have in common. */
const keyOf = ({ id, idempotencykey = id }: BusEvent): string => idempotencykey;

/** Which events a state holds and how far they go, so that none is folded twice, by whichever way it comes. */
export class FoldedEvents {
  position: Position | undefined;
  readonly #prefix: string;
  /** Events of this page up to here are in the snapshot. */
  readonly #since: number;
  readonly #recent = new RecentKeys();
  /** Those of the history, all of them until events come that are newer than it: others may still be on their way. */
  readonly #stored = new Set<string>();
  /** Those of the history that could not be folded: they have a dead letter already. */
  readonly #failed = new Set<string>();
  #storedUntil = Infinity;

  /** `prefix` is what the ids of this page begin with. */
  constructor(prefix: string, { position, keys = [] }: Partial<Snapshot> = {}) {
    this.#prefix = prefix;
    this.position = position;
    this.#since = position?.page?.prefix === prefix ? position.page.sequence : 0;
    for (const key of keys) this.#recent.add(key);
  }

  /** Passes an event of the history; answers whether it is new. */
  passStored(event: BusEvent): boolean {
    if (this.#holds(event)) return false;
    this.position = { ...this.position, id: event.id, time: event.time };
    return true;
  }

  /** Passes an event of this page, retained or live; answers whether it is new. */
  passLive(event: BusEvent): boolean {
    const { id, time, sequence, redriveof } = event;
    if (redriveof) return !this.#holds(event);
    if (sequence > this.#storedUntil) this.#forgetStored();
    const isNew = sequence > this.#since && !this.#failed.has(id) && !this.#holds(event);
    const page = { prefix: this.#prefix, sequence: Math.max(sequence, this.#since) };
    if (isNew) this.position = { id, time, page };
    else if (this.position) this.position = { ...this.position, page };
    return isNew;
  }

  /** Remembers an event that was folded. */
  addStored(event: BusEvent): void {
    this.#stored.add(keyOf(event));
  }

  /** Remembers an event of the history that could not be folded. */
  addFailed({ id }: BusEvent): void {
    this.#failed.add(id);
  }

  /** Remembers an event that was folded. */
  addLive(event: BusEvent): void {
    this.#recent.add(keyOf(event));
  }

  /** The history is over; events of this page up to that sequence may be in it. */
  endHistory(sequence: number): void {
    this.#storedUntil = sequence;
    for (const key of [...this.#stored].slice(-1_000)) this.#recent.add(key);
  }

  /** Keys of what may come again by another way. Ids of this page do not. */
  keys(): string[] {
    return this.#recent.list().filter((key) => !key.startsWith(this.#prefix));
  }

  #forgetStored(): void {
    this.#stored.clear();
    this.#failed.clear();
  }

  #holds(event: BusEvent): boolean {
    const key = keyOf(event);
    return this.#recent.has(key) || this.#stored.has(key);
  }
}

import type { Entered } from './ledger.test.fixture.ts';
import { Model } from './model.test.fixture.ts';

/** What the reading of a history has to come to. */
export class Reading {
  readonly failed = new Set<string>();
  /** Events of this page up to here are in the snapshot. */
  readonly since: number;
  /** The index of the event that comes next. */
  next: number;
  /** Events before are known to the projection by the history alone. */
  readonly required: number;
  mended = 0;
  readonly #after: number;
  /** What a projection that looks for its position has to keep until it knows that this is not there. */
  readonly #kept: Entered[] | undefined;
  readonly #retained: readonly Entered[];
  readonly #poisons: ReadonlySet<string>;
  readonly #letters: Map<string, Entered>;
  readonly #known: ReadonlySet<string>;
  readonly #mended = new Set<string>();
  #model: Model;

  constructor(
    restored: Model | undefined,
    retained: readonly Entered[],
    { first, after, required }: { first: number; after: number; required: number },
    poisons: ReadonlySet<string>,
    letters: Map<string, Entered>,
  ) {
    this.#model = restored ?? new Model();
    this.since = restored?.sequence ?? 0;
    this.next = first;
    this.required = required;
    this.#after = after;
    this.#kept = first > 0 ? [] : undefined;
    this.#retained = retained;
    this.#poisons = poisons;
    this.#letters = letters;
    this.#known = new Set(letters.keys());
  }

  give(event: Entered, index: number): void {
    this.next = index + 1;
    if (index < this.#after) return;
    if (this.#kept) this.#kept.push(event);
    else this.#take(event);
  }

  #take(event: Entered): void {
    if (this.#model.holds(event)) return;
    this.#model = this.#model.after(event);
    if (!this.#fold(event)) this.failed.add(event.id);
  }

  end(): Model {
    for (const event of this.#kept ?? []) this.#take(event);
    for (const event of this.#retained) {
      const isNew = event.sequence > this.since && !this.failed.has(event.id) && !this.#model.holds(event);
      this.#model = this.#model.upTo(event.sequence);
      if (!isNew) continue;
      this.#model = this.#model.after(event);
      this.#fold(event);
    }
    for (const id of this.#mended) this.#letters.delete(id);
    this.mended = this.#mended.size;
    return this.#model;
  }

  #fold(event: Entered): boolean {
    const { id, data } = event;
    const isDead = data.poison !== undefined && this.#poisons.has(data.poison);
    if (!isDead) this.#model = this.#model.with(event);
    if (isDead && !this.#known.has(id)) this.#letters.set(id, event);
    if (!isDead && this.#known.has(id)) this.#mended.add(id);
    return !isDead;
  }
}

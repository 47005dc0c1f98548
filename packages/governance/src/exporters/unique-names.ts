/**
 * Hands out names that nobody has yet: a second `item` becomes `item_2`. The same wishes in the same order give the same names.
 *
 * @example
 * const names = new UniqueNames();
 * names.take('item'); // item
 * names.take('item'); // item_2
 */
export class UniqueNames {
  readonly #taken = new Set<string>();
  readonly #counts = new Map<string, number>();
  readonly #fold: (name: string) => string;

  /** @param fold What makes two names one: `lower` for files, whose systems may not tell cases apart. */
  constructor(reserved: readonly string[] = [], fold: (name: string) => string = (name) => name) {
    this.#fold = fold;
    for (const name of reserved) this.#taken.add(fold(name));
  }

  take(wish: string): string {
    let count = this.#counts.get(wish) ?? 1;
    let name = wish;
    while (this.#taken.has(this.#fold(name))) name = `${wish}_${++count}`;
    this.#counts.set(wish, count);
    this.#taken.add(this.#fold(name));
    return name;
  }
}

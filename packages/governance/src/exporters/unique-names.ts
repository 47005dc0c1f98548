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
  readonly #fold: (name: string) => string;

  /** @param fold What makes two names one: `lower` for files, whose systems may not tell cases apart. */
  constructor(reserved: readonly string[] = [], fold: (name: string) => string = (name) => name) {
    this.#fold = fold;
    for (const name of reserved) this.#taken.add(fold(name));
  }

  take(wish: string): string {
    let name = wish;
    for (let count = 2; this.#taken.has(this.#fold(name)); count++) name = `${wish}_${count}`;
    this.#taken.add(this.#fold(name));
    return name;
  }
}

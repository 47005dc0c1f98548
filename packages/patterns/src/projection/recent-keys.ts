/** How many keys are remembered, as by `dedupe`. */
const bound = 1_000;

/** The newest keys, the oldest first. */
export class RecentKeys {
  readonly #keys = new Set<string>();
  /** The same in a ring, so that the oldest is found at once. */
  readonly #ring: string[] = [];
  #next = 0;

  has(key: string): boolean {
    return this.#keys.has(key);
  }

  add(key: string): void {
    if (this.#keys.has(key)) return;
    const oldest = this.#ring[this.#next];
    if (oldest !== undefined) this.#keys.delete(oldest);
    this.#ring[this.#next] = key;
    this.#next = (this.#next + 1) % bound;
    this.#keys.add(key);
  }

  list(): string[] {
    return [...this.#keys];
  }
}

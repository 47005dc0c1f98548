/**
 * A stretch of work with a budget in milliseconds. Reading the clock costs more than a fast handler, so it is read after 1,
 * 2, 4 … up to 256 pieces as long as those take under a quarter of a millisecond together.
 */
export class Slice {
  /** What the clock said when it was last read. */
  now: number;
  readonly #end: number;
  #stride = 1;
  #left = 1;

  constructor(budget: number) {
    this.now = performance.now();
    this.#end = this.now + budget;
  }

  /** Says, after each piece of work, whether the share of time is taken; once it is, it is. */
  isSpent(): boolean {
    if (--this.#left > 0) return false;
    const now = performance.now();
    this.#stride = now - this.now < 0.25 ? Math.min(this.#stride * 2, 256) : 1;
    this.#left = this.#stride;
    this.now = now;
    if (now >= this.#end) this.#left = 0;
    return this.#left === 0;
  }
}

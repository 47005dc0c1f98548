/**
 * Texts that are remembered, the newest so many.
 *
 * One iterator tells the oldest, time after time: a new one each time would walk over the holes of all that were forgotten.
 */
export class Memory {
  readonly #texts = new Set<string>();
  #oldest: Iterator<string, undefined> | undefined;

  get size(): number {
    return this.#texts.size;
  }

  has(text: string): boolean {
    return this.#texts.has(text);
  }

  /** Forgets the oldest past the bound. */
  add(text: string, bound: number): void {
    this.#texts.add(text);
    if (this.#texts.size <= bound) return;
    this.#oldest ??= this.#texts.values();
    this.#texts.delete(this.#oldest.next().value!);
  }

  delete(text: string): void {
    // An iterator that nobody goes on with would hold all that comes and goes meanwhile.
    if (this.#texts.delete(text)) this.#oldest = undefined;
  }
}

/** First in, first out, whose first is taken away at once, however many wait: an array would move all others each time. */
export class Fifo<Item> {
  #items: (Item | undefined)[] = [];
  #head = 0;

  get length(): number {
    return this.#items.length - this.#head;
  }

  get first(): Item | undefined {
    return this.#items[this.#head];
  }

  get last(): Item | undefined {
    return this.#items[this.#items.length - 1];
  }

  push(item: Item): void {
    this.#items.push(item);
  }

  shift(): Item | undefined {
    if (this.length === 0) return undefined;
    const item = this.#items[this.#head];
    this.#items[this.#head++] = undefined;
    if (this.#head > 1_000 && this.#head * 2 > this.#items.length) this.keep(() => true);
    return item;
  }

  /** Takes the last away. */
  pop(): void {
    if (this.length > 0) this.#items.pop();
  }

  /** Takes away what is not wanted. */
  keep(isWanted: (item: Item) => boolean): void {
    this.#items = [...this].filter(isWanted);
    this.#head = 0;
  }

  *[Symbol.iterator](): Generator<Item> {
    for (let index = this.#head; index < this.#items.length; index++) yield this.#items[index]!;
  }
}

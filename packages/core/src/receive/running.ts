import type { Delivery } from './delivery.ts';

/** Deliveries that are not over, in the order in which they began. Most often there is one, which is put into no set. */
export class Running {
  #first: Delivery | undefined;
  readonly #others = new Set<Delivery>();

  get size(): number {
    return this.#others.size + (this.#first ? 1 : 0);
  }

  add(delivery: Delivery): void {
    if (this.size > 0) this.#others.add(delivery);
    else this.#first = delivery;
  }

  delete(delivery: Delivery): void {
    if (this.#first === delivery) this.#first = undefined;
    else this.#others.delete(delivery);
  }

  /** Lets go of all. */
  clear(): readonly Delivery[] {
    const all = [this.#first, ...this.#others].filter((delivery) => delivery !== undefined);
    this.#first = undefined;
    this.#others.clear();
    return all;
  }
}

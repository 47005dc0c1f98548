import type { Readable, ReadableObserver, Subscription } from '@busbar/core';

/** A readable value of somebody else's, as people bring their own. */
export class ObservedValue<Value> implements Readable<Value> {
  readonly #observers = new Set<ReadableObserver<Value>>();
  #value: Value;

  constructor(value: Value) {
    this.#value = value;
  }

  get observers(): number {
    return this.#observers.size;
  }

  get(): Value {
    return this.#value;
  }

  set(value: Value): void {
    this.#value = value;
    for (const observer of this.#observers) {
      if (typeof observer === 'function') observer(value);
      else observer.next?.(value);
    }
  }

  subscribe(observer: ReadableObserver<Value>): Subscription {
    this.#observers.add(observer);
    const stop = () => void this.#observers.delete(observer);
    return Object.assign(stop, { unsubscribe: stop, [Symbol.dispose ?? Symbol.for('Symbol.dispose')]: stop }) as Subscription;
  }
}

import type { ReadableObserver, Subscription } from '@busbar/core';
import { toSubscription } from '../to-subscription.ts';

/** Those who are told of changes, in a microtask after them, once for all until then. */
export class Observers<Value> {
  readonly #read: () => Value;
  readonly #fail: (error: unknown) => void;
  readonly #observers = new Set<(value: Value) => void>();
  #isAsked = false;

  constructor(read: () => Value, fail: (error: unknown) => void) {
    this.#read = read;
    this.#fail = fail;
  }

  subscribe(observer: ReadableObserver<Value>): Subscription {
    const next = (value: Value): void => (typeof observer === 'function' ? observer(value) : observer.next?.(value));
    this.#observers.add(next);
    return toSubscription(() => this.#observers.delete(next));
  }

  clear(): void {
    this.#observers.clear();
  }

  /** Notes that there is another value. */
  change(): void {
    if (this.#isAsked || this.#observers.size === 0) return;
    this.#isAsked = true;
    queueMicrotask(() => {
      this.#isAsked = false;
      for (const next of [...this.#observers]) this.#tell(next);
    });
  }

  #tell(next: (value: Value) => void): void {
    if (!this.#observers.has(next)) return;
    try {
      next(this.#read());
    } catch (error) {
      this.#fail(error);
    }
  }
}

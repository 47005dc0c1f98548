import type { Readable, ReadableObserver, Subscription } from '@busbar/core';

export interface Sums {
  readonly gross: number;
  readonly net: number;
}

/** A readable of one's own, whose methods need their `this`. */
export class Totals implements Readable<Sums> {
  readonly observers = new Set<ReadableObserver<Sums>>();
  private sums: Sums = { gross: 0, net: 0 };

  get(): Sums {
    return this.sums;
  }

  set(sums: Sums): void {
    this.sums = sums;
    for (const observer of this.observers) typeof observer === 'function' ? observer(sums) : observer.next?.(sums);
  }

  subscribe(observer: ReadableObserver<Sums>): Subscription {
    this.observers.add(observer);
    const stop = () => void this.observers.delete(observer);
    return Object.assign(stop, { unsubscribe: stop, [Symbol.dispose]: stop });
  }
}

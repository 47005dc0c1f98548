/** Ends a subscription: call it, `unsubscribe()` it, or let `using` dispose it. Ending twice is harmless. */
export interface Subscription extends Disposable {
  (): void;
  unsubscribe(): void;
}

/** What `subscribe` accepts: a function, or any object with `next` (an RxJS observer, Angular's `toSignal`, VueUse). */
export type ReadableObserver<Value> = ((value: Value) => void) | { next?: (value: Value) => void };

/** A value that changes: read it with `get`, hear of changes with `subscribe`. The shape that every framework adapter leans on. */
export interface Readable<Value> {
  /** The value now. The same reference until it changes. */
  get(): Value;
  /** Calls the observer after each change, not at once; read `get()` for the value to begin with. */
  subscribe(observer: ReadableObserver<Value>): Subscription;
}

/** Makes the function that ends something, in the three shapes people call it by. */
export function toSubscription(end: () => void): Subscription {
  let ended = false;
  const stop = (): void => {
    if (ended) return;
    ended = true;
    end();
  };
  return Object.assign(stop, { unsubscribe: stop, [Symbol.dispose ?? Symbol.for('Symbol.dispose')]: stop }) as Subscription;
}

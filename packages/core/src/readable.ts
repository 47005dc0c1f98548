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

/** `Symbol.dispose`, also in browsers that have none, for which compilers look it up under this name. */
export const disposeSymbol: typeof Symbol.dispose = Symbol.dispose ?? Symbol.for('Symbol.dispose');

/** The function of an observer, in whichever shape it came. */
export function toNext<Value>(observer: ReadableObserver<Value>): (value: Value) => unknown {
  return typeof observer === 'function' ? observer : (value) => observer.next?.(value);
}

/** Makes the function that ends something, in the three shapes people call it by. The bus calls it when it is disposed. */
export function toSubscription(end: () => void, whenDisposed: (end: () => void) => () => void): Subscription {
  let ended = false;
  const stop = (): void => {
    if (ended) return;
    ended = true;
    forget();
    end();
  };
  const forget = whenDisposed(stop);
  return Object.assign(stop, { unsubscribe: stop, [disposeSymbol]: stop });
}

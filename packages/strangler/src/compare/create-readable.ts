import type { Readable, ReadableObserver, Subscription } from '@busbar/core';

/** A readable value that is set from here. Observers are told at once; what they throw is told to `fail`. */
export function createReadable<Value>(
  initial: Value,
  fail: (error: unknown) => void,
): Readable<Value> & { set(value: Value): void } {
  let current = initial;
  const observers = new Set<{ readonly observer: ReadableObserver<Value> }>();

  function subscribe(observer: ReadableObserver<Value>): Subscription {
    const entry = { observer };
    observers.add(entry);
    const stop = (): void => void observers.delete(entry);
    return Object.assign(stop, { unsubscribe: stop, [Symbol.dispose ?? Symbol.for('Symbol.dispose')]: stop }) as Subscription;
  }

  function set(value: Value): void {
    current = value;
    for (const { observer } of [...observers]) {
      try {
        typeof observer === 'function' ? observer(value) : observer.next?.(value);
      } catch (error) {
        fail(error);
      }
    }
  }

  return { get: () => current, subscribe, set };
}

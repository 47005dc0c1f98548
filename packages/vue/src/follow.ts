import { getCurrentScope, onScopeDispose, ssrContextKey, watch } from 'vue';
import { injected } from './injected.ts';

/** What has begun. */
export interface Running {
  unsubscribe(): void;
}

/** What is to go on for as long as its key is the same. */
interface Activity {
  readonly key: readonly unknown[];
  begin(): Running;
}

/**
 * Begins an activity at once, another one whenever the source answers one with another key, and ends each when the next
 * begins, with the scope, or by the returned function. What the first `begin` throws goes to the caller, what a later one
 * throws to Vue's error handler. While the app is rendered to text, on a server, nothing begins.
 */
export function follow(source: () => Activity | undefined): () => void {
  // The scopes of a server never end. Better than a look for `window`, which other renderers lack, too.
  if (injected(ssrContextKey)) return () => {};
  let now: Activity | undefined;
  let running: Running | undefined;
  const turnTo = (next?: Activity): void => {
    if (next && now && haveSameItems(next.key, now.key)) return;
    now = next;
    running?.unsubscribe();
    running = next?.begin();
  };
  turnTo(source());
  // An event emitted right after the change belongs to the new state of affairs.
  const unwatch = watch(source, turnTo, { flush: 'sync' });
  const stop = (): void => {
    unwatch();
    turnTo();
  };
  if (getCurrentScope()) onScopeDispose(stop);
  return stop;
}

export function haveSameItems(one: readonly unknown[], other: readonly unknown[]): boolean {
  return one.length === other.length && one.every((item, index) => item === other[index]);
}

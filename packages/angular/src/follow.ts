import { DestroyRef, effect, inject, NgZone, untracked } from '@angular/core';

/** What has begun. */
interface Running {
  unsubscribe(): void;
}

/**
 * Subscribes to what a function of signals gives, until the owner of the injection context goes, or earlier, until the
 * function returned is called.
 *
 * What it gives at the call is subscribed to at once, and each other value, with the next change detection, in its place.
 * `undefined` is nothing to subscribe to.
 */
export function follow<What>(what: () => What | undefined, subscribe: (what: What) => Running): () => void {
  const zone = inject(NgZone);
  let current: What | undefined;
  let running: Running | undefined;
  const goOnWith = (next?: What): void => {
    if (next === current) return;
    running?.unsubscribe();
    current = next;
    // Outside of Angular's zone, where a timer of the bus keeps no application from being stable.
    running = next && zone.runOutsideAngular(() => subscribe(next));
  };
  // First: an owner that is already destroyed throws here, and nothing has begun that could go on for ever.
  const forget = inject(DestroyRef).onDestroy(goOnWith);
  let first: What | undefined;
  try {
    first = what();
  } catch {
    // Required inputs cannot be read before the first change detection; then the effect reads them.
  }
  goOnWith(first);
  const following = effect(() => {
    const now = what();
    untracked(() => goOnWith(now));
  });
  return () => {
    forget();
    following.destroy();
    goOnWith();
  };
}

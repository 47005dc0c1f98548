import { DestroyRef, effect, inject, NgZone, untracked } from '@angular/core';
import type { Subscription } from '@busbar/core';
import type { Reactive } from './reactive.ts';

/**
 * Starts something that ends with the owner of the injection context, or earlier when the function returned is called.
 *
 * A function or signal is followed: what it gives at the call starts at once, and each other value, with the next change
 * detection, ends that and starts anew. `undefined` starts nothing.
 */
export function follow<What>(what: Reactive<What | undefined>, start: (what: What) => () => void): Subscription {
  const zone = inject(NgZone);
  let current: What | undefined;
  let stop: (() => void) | undefined;
  const goOnWith = (next: What | undefined): void => {
    if (next === current) return;
    stop?.();
    current = next;
    // Outside of Angular's zone, where a timer of the bus keeps no application from being stable.
    stop = next === undefined ? undefined : zone.runOutsideAngular(() => start(next));
  };
  // Before the start: an owner that is already destroyed throws here, and nothing has begun that could go on for ever.
  const forget = inject(DestroyRef).onDestroy(() => goOnWith(undefined));
  const stopFollowing = typeof what === 'function' ? goAlong(what as () => What | undefined, goOnWith) : goOnWith(what);
  const end = (): void => {
    forget();
    stopFollowing?.();
    goOnWith(undefined);
  };
  return Object.assign(end, { unsubscribe: end, [Symbol.dispose ?? Symbol.for('Symbol.dispose')]: end }) as Subscription;
}

function goAlong<What>(what: () => What | undefined, goOnWith: (what: What | undefined) => void): () => void {
  goOnWith(atOnce(what));
  const following = effect(() => {
    const now = what();
    untracked(() => goOnWith(now));
  });
  return () => following.destroy();
}

/** Required inputs cannot be read before the first change detection; then the effect reads them. */
function atOnce<What>(what: () => What): What | undefined {
  try {
    return what();
  } catch {
    return undefined;
  }
}

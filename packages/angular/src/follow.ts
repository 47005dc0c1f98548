import { DestroyRef, type EffectRef, effect, inject, NgZone, untracked } from '@angular/core';
import type { Subscription } from '@busbar/core';
import type { Reactive } from './reactive.ts';

/**
 * Subscribes to something until the owner of the injection context goes, or earlier, until the function returned is called.
 *
 * A function or signal is followed: what it gives at the call is subscribed to at once, and each other value, with the
 * next change detection, in its place. `undefined` is nothing to subscribe to.
 */
export function follow<What>(what: Reactive<What | undefined>, subscribe: (what: What) => { unsubscribe(): void }): Subscription {
  const zone = inject(NgZone);
  let current: What | undefined;
  let subscription: { unsubscribe(): void } | undefined;
  const goOnWith = (next: What | undefined): void => {
    if (next === current) return;
    subscription?.unsubscribe();
    current = next;
    // Outside of Angular's zone, where a timer of the bus keeps no application from being stable.
    subscription = next === undefined ? undefined : zone.runOutsideAngular(() => subscribe(next));
  };
  // First: an owner that is already destroyed throws here, and nothing has begun that could go on for ever.
  const forget = inject(DestroyRef).onDestroy(() => goOnWith(undefined));
  const following = typeof what === 'function' ? goAlong(what as () => What | undefined, goOnWith) : goOnWith(what);
  const end = (): void => {
    forget();
    following?.destroy();
    goOnWith(undefined);
  };
  return Object.assign(end, { unsubscribe: end, [Symbol.dispose ?? Symbol.for('Symbol.dispose')]: end }) as Subscription;
}

function goAlong<What>(what: () => What | undefined, goOnWith: (what: What | undefined) => void): EffectRef {
  goOnWith(atOnce(what));
  return effect(() => {
    const now = what();
    untracked(() => goOnWith(now));
  });
}

/** Required inputs cannot be read before the first change detection; then the effect reads them. */
function atOnce<What>(what: () => What): What | undefined {
  try {
    return what();
  } catch {
    return undefined;
  }
}

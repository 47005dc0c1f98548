import { DestroyRef, inject } from '@angular/core';
import type { Subscription } from '@busbar/core';

/** Starts something that ends with the owner of the injection context, or earlier when the function returned is called. */
export function untilDestroyed(start: () => () => void): Subscription {
  let stop: (() => void) | undefined;
  // Before the start: an owner that is already destroyed throws here, and nothing has begun that could go on for ever.
  const forget = inject(DestroyRef).onDestroy(() => stop?.());
  stop = start();
  const end = () => {
    forget();
    stop?.();
  };
  return Object.assign(end, { unsubscribe: end, [Symbol.dispose ?? Symbol.for('Symbol.dispose')]: end }) as Subscription;
}

import type { Subscription } from '@busbar/core';

/** `Symbol.dispose`, also in browsers that have none, for which compilers look it up under this name. */
export const disposeSymbol: typeof Symbol.dispose = Symbol.dispose ?? Symbol.for('Symbol.dispose');

/** Makes the function that ends something, in the three shapes people call it by. Ending twice is harmless. */
export function toSubscription(end: () => void): Subscription {
  let ended = false;
  const stop = (): void => {
    if (ended) return;
    ended = true;
    end();
  };
  return Object.assign(stop, { unsubscribe: stop, [disposeSymbol]: stop });
}

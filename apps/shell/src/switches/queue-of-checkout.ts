import type { Bus } from '@busbar/core';

/** How many events wait for the handlers of checkout. */
export function queueOfCheckout(bus: Bus): number {
  const ofCheckout = bus.metrics().subscriptions.filter(({ source }) => source.startsWith('checkout'));
  return ofCheckout.reduce((sum, { queueDepth }) => sum + queueDepth, 0);
}

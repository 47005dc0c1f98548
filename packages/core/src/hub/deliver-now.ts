import type { Hub } from './hub.ts';

/**
 * Gives what waits for synchronous subscriptions. What a handler emits meanwhile waits until the outer event has been
 * given to all: everybody sees the same order.
 */
export function deliverNow({ synchronous }: Hub): void {
  if (synchronous.running) return;
  synchronous.running = true;
  for (const [subscription, event, redriven] of synchronous.waiting) {
    if (!subscription.ended) subscription.receive(event, redriven);
  }
  synchronous.waiting.length = 0;
  synchronous.running = false;
}

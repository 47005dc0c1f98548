import type { Bus } from './bus.ts';
import { contextOf } from './bus-context.ts';

/**
 * Calls `end` once a bus or scope is disposed, at once if it is already. What it answers takes that back. For packages that
 * work on a bus and hold more than its subscriptions.
 *
 * @example
 * const forget = whenDisposed(bus, () => channel.close());
 */
export function whenDisposed(bus: Bus, end: () => void): () => void {
  return contextOf(bus).whenDisposed(end);
}

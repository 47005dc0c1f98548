import type { Bus } from './bus.ts';
import { contextOf } from './bus-context.ts';

/**
 * Tells the `onError` of a bus, or the page where there is none, of an error that no event is to blame for. For packages that
 * work on a bus: a store that fails, a lock that is refused.
 *
 * @example
 * store.load().catch((error) => report(bus, error));
 */
export function report(bus: Bus, error: unknown): void {
  contextOf(bus).report(error);
}

import type { BusEvent } from '../event.ts';
import type { Listener } from './listener.ts';

/** Counts an event that the subscription let go unhandled, as it asked to. Another one of the same key is welcome. */
export function decline({ counts, seen }: Listener, event: BusEvent): void {
  counts.declined++;
  seen.delete(event.idempotencykey!);
}

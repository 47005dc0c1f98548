import type { BusEvent } from '../event.ts';
import { settleLetter } from '../hub/letters.ts';
import type { Listener } from './listener.ts';

/** Counts an event that was handled. */
export function acknowledge(listener: Listener, event: BusEvent): void {
  const { hub } = listener.bus;
  listener.delivered++;
  // From its end on its own count is in that of the hub.
  if (listener.ended) hub.counts.delivered++;
  settleLetter(hub, event);
}

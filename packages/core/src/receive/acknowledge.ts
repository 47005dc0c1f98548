import type { BusEvent } from '../event.ts';
import { settleLetter } from '../hub/letters.ts';
import type { Listener } from './listener.ts';

/** Counts an event that was handled. */
export function acknowledge({ figures, bus: { hub } }: Listener, event: BusEvent): void {
  figures.delivered++;
  hub.counts.delivered++;
  settleLetter(hub, event);
}

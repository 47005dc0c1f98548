import type { Listener } from './listener.ts';

/** Counts an event that was handled. */
export function acknowledge({ figures, bus }: Listener): void {
  figures.delivered++;
  bus.hub.counts.delivered++;
}

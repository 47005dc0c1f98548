import type { BusEvent } from '../event.ts';
import type { Listener } from './listener.ts';

/** Counts an event that was handled; where it was timed (`begun`), also how late it came and how long it took. */
export function acknowledge(listener: Listener, event: BusEvent, begun: number | undefined): void {
  const { figures, waitingTime, handlingTime, bus } = listener;
  figures.delivered++;
  bus.hub.counts.delivered++;
  if (begun === undefined) return;
  const took = performance.now() - begun;
  waitingTime.add(Math.max(0, Date.now() - event.time - took));
  handlingTime.add(took);
}

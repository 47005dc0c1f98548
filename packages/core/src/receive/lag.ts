import type { BusEvent } from '../event.ts';
import { ageOf, isTimed } from '../hub/clock.ts';
import { hubEvents } from '../hub/hub-events.ts';
import { tell } from '../publish/tell.ts';
import type { Listener } from './listener.ts';
import { oldest as oldestOf } from './oldest.ts';

const thresholdOf = ({ options: { lagThreshold } }: Listener): number =>
  typeof lagThreshold === 'number' ? lagThreshold : 1_000;

/**
 * Notes how long a timed event has waited whose first try begins, and tells where that shows a lag or its end. While the
 * subscription lags every event may show its end.
 */
export function noteWait(listener: Listener, event: BusEvent): void {
  const { hub } = listener.bus;
  const isKnown = hub.emittedAt.has(event);
  if (event.replayed || !(isKnown || listener.lagging)) return;
  const threshold = thresholdOf(listener);
  const waited = ageOf(hub, event);
  if (isKnown) listener.waitingTime.add(waited);
  if (waited > threshold) tellLag(listener, true, event, waited);
  else if (waited < threshold / 2) tellLag(listener, false, event, waited);
}

/**
 * Tells of a lag where an event joins others, or finds no room among them, of which the oldest waits too long. Reads no clock
 * unless it seems so.
 */
export function noteJoin(listener: Listener, event: BusEvent): void {
  const threshold = thresholdOf(listener);
  const oldest = listener.lagging ? undefined : oldestOf(listener);
  if (!oldest || !(isTimed(event) || event.time - oldest.time > threshold)) return;
  const waited = ageOf(listener.bus.hub, oldest);
  if (waited > threshold) tellLag(listener, true, event, waited);
}

function tellLag(listener: Listener, lagging: boolean, event: BusEvent, waited: number): void {
  if (listener.quiet || listener.lagging === lagging) return;
  listener.lagging = lagging;
  const { id, source, target, bus } = listener;
  const { queueDepth } = listener.metrics();
  const contract = lagging ? hubEvents.lagging : hubEvents.recovered;
  tell(bus.hub, contract, { subscriber: { id, source, target }, waited, queueDepth }, event);
}

import type { BusEvent } from '../event.ts';
import { ageOf, isTimed } from '../hub/clock.ts';
import { hubEvents } from '../hub/hub-events.ts';
import { tell } from '../publish/tell.ts';
import { updateFree } from './free.ts';
import type { Listener } from './listener.ts';
import { oldest as oldestOf } from './oldest.ts';
import { subscriberOf } from './subscriber-of.ts';

/**
 * Notes how long an event has waited whose first try begins, where it is timed, and tells where that shows a lag or its end.
 * Reads no exact clock unless it seems so.
 */
export function noteWait(listener: Listener, event: BusEvent): void {
  const { bus, lagging, patience } = listener;
  const isKnown = isTimed(bus.hub, event);
  if (event.replayed || !(isKnown || lagging || Date.now() - event.time > patience)) return;
  const waited = ageOf(bus.hub, event);
  if (isKnown) listener.waitingTime.add(waited);
  if (waited > patience) tellLag(listener, true, event, waited);
  else if (waited < patience / 2) tellLag(listener, false, event, waited);
}

/**
 * Tells of a lag where an event joins others, or finds no room among them, of which the oldest waits too long. Reads no clock
 * unless it seems so.
 */
export function noteJoin(listener: Listener, event: BusEvent): void {
  const { bus, lagging, patience } = listener;
  const oldest = lagging ? undefined : oldestOf(listener);
  if (!oldest || !(isTimed(bus.hub, event) || event.time - oldest.time > patience)) return;
  const waited = ageOf(bus.hub, oldest);
  if (waited > patience) tellLag(listener, true, event, waited);
}

function tellLag(listener: Listener, lagging: boolean, event: BusEvent, waited: number): void {
  if (listener.quiet || listener.lagging === lagging) return;
  listener.lagging = lagging;
  updateFree(listener);
  const { queueDepth } = listener.metrics();
  const contract = lagging ? hubEvents.lagging : hubEvents.recovered;
  tell(listener.bus.hub, contract, { subscriber: subscriberOf(listener), waited, queueDepth }, event);
}

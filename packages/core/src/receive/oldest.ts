import type { BusEvent } from '../event.ts';
import { waitingFor } from '../hub/fan-out.ts';
import type { Listener } from './listener.ts';

/** Of the events that wait for a subscription, the one that waits longest. Asked again and again it looks through the hub's queue once. */
export function oldest(listener: Listener): BusEvent | undefined {
  const { bus, queued, inHand, byKey, lines } = listener;
  const known = byKey ? byKey.oldest : (lines.handler.oldest ?? lines.lane.oldest ?? lines.queue.oldest);
  if (known || queued === inHand) return known?.given;
  if (!listener.front?.isFor(listener)) listener.front = waitingFor(bus.hub, listener).next().value ?? undefined;
  return listener.front?.event;
}

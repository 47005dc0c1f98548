import type { BusEvent } from '../event.ts';
import { waitingFor } from '../hub/fan-out.ts';
import type { Listener } from './listener.ts';
import type { ReceptionInProgress } from './reception.ts';

/** Of the events that wait for a subscription, the one that waits longest. Asked again and again it looks through the hub's queue once. */
export function oldest(listener: Listener): BusEvent | undefined {
  const { bus, queued, inHand, byKey } = listener;
  const known = byKey ? earliest(listener) : firstInLine(listener)?.given;
  if (known || queued === inHand) return known;
  if (!listener.front?.isFor(listener)) listener.front = waitingFor(bus.hub, listener).next().value ?? undefined;
  return listener.front?.event;
}

function firstInLine({ lines }: Listener): ReceptionInProgress | undefined {
  return lines.handler.first ?? lines.lane.first ?? lines.queue.first;
}

/** Where events take the places of older ones, the first in line may be the newest. */
function earliest({ lines }: Listener): BusEvent | undefined {
  let found: BusEvent | undefined;
  for (const line of Object.values(lines)) {
    for (const { given } of line) if (!found || given.sequence < found.sequence) found = given;
  }
  return found;
}

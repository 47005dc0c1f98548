import { BusError } from '../bus-error.ts';
import type { BusEvent } from '../event.ts';
import { deadLetter } from './dead-letter.ts';
import { decline } from './decline.ts';
import type { Listener } from './listener.ts';

/** Puts an event among those that wait; past the bound the subscription's `overflow` decides which one goes. */
export function addWithinBound(waiting: BusEvent[], event: BusEvent, listener: Listener): void {
  const { options, record } = listener;
  const { maxQueue = 10_000, overflow } = options;
  const isFull = waiting.length >= maxQueue;
  const index = isFull && overflow === 'latest-by-key' ? indexOfKey(waiting, event, listener) : 0;
  const older = isFull && overflow !== undefined && overflow !== 'dead-letter' ? waiting[index] : undefined;
  if (older) {
    decline(listener, older);
    waiting.splice(index, 1, ...(overflow === 'latest-by-key' ? [event] : []));
  }
  if (isFull && !older)
    deadLetter(listener, event, new BusError('queue-overflow', { type: event.type, source: record.source, maxQueue }));
  else if (waiting.length < maxQueue) waiting.push(event);
}

function indexOfKey(waiting: readonly BusEvent[], event: BusEvent, { contracts, bus, record }: Listener): number {
  const retain = contracts.get(event.type)?.retain;
  const keyOf = ({ type, subject, data }: BusEvent): unknown =>
    typeof retain === 'object' ? retain.by(data) : (subject ?? type);
  try {
    const key = keyOf(event);
    return waiting.findIndex((other) => other.type === event.type && keyOf(other) === key);
  } catch (error) {
    bus.report(new BusError('callback-failed', { callback: 'retain.by', type: event.type, source: record.source }, error));
    return -1;
  }
}

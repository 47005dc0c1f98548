import { ask } from '../ask.ts';
import { BusError } from '../bus-error.ts';
import type { BusEvent } from '../event.ts';
import { deadLetter, decline } from './dead-letter.ts';
import type { Listener } from './listener.ts';

/** Puts an event among those that wait; past the bound the subscription's `overflow` decides which one goes. */
export function addWithinBound(waiting: BusEvent[], event: BusEvent, listener: Listener): void {
  const { maxQueue = 10_000, overflow } = listener.options;
  const { length } = waiting;
  if (length < maxQueue) {
    waiting.push(event);
    return;
  }
  const isByKey = overflow === 'latest-by-key';
  const index = isByKey ? indexOfKey(waiting, event, listener) : overflow === 'drop-oldest' ? 0 : length;
  const older = waiting[index];
  if (!older) {
    const { type } = event;
    return deadLetter(listener, event, new BusError('queue-overflow', { type, source: listener.source, maxQueue }));
  }
  decline(listener, older);
  waiting.splice(index, 1);
  waiting.splice(isByKey ? index : length, 0, event);
}

function indexOfKey(waiting: readonly BusEvent[], event: BusEvent, { contracts, bus, source }: Listener): number {
  const retain = contracts.get(event.type)?.retain;
  const keyOf = ({ type, subject, data }: BusEvent): unknown =>
    typeof retain === 'object' ? retain.by(data) : (subject ?? type);
  const find = (): number => {
    const key = keyOf(event);
    return waiting.findIndex((other) => other.type === event.type && keyOf(other) === key);
  };
  return ask({ callback: 'retain.by', type: event.type, source }, find, bus.report) ?? -1;
}

import { BusError } from '../bus-error.ts';
import type { BusEvent } from '../event.ts';
import { warnOnce } from '../hub/warn-once.ts';
import { deadLetter } from './dead-letter.ts';
import type { Inbox } from './inbox.ts';
import type { Listener } from './listener.ts';

const defaultBound = 10_000;

/** Puts an event into the inbox; past its bound the subscription's `overflow` decides who goes. */
export function addWithinBound(inbox: Inbox, event: BusEvent, listener: Listener): void {
  const { options, record, counts, bus } = listener;
  const maxQueue = options.maxQueue ?? defaultBound;
  if (inbox.depth < maxQueue) return inbox.add(event);
  const error = new BusError('queue-overflow', { type: event.type, source: record.source, maxQueue });
  warnOnce(bus.hub, `queue-overflow ${record.source} ${record.target}`, error.message);
  if (
    options.overflow === 'latest-by-key' &&
    inbox.replace(event, (waiting) => keyOf(waiting, listener) === keyOf(event, listener))
  ) {
    counts.declined++;
  } else if (options.overflow === 'drop-oldest' && inbox.take()) {
    counts.declined++;
    inbox.add(event);
  } else {
    deadLetter(listener, event, error, 0);
  }
}

function keyOf(event: BusEvent, { contracts }: Listener): unknown {
  const retain = contracts.get(event.type)?.retain;
  return typeof retain === 'object' ? retain.by(event.data) : (event.subject ?? event.type);
}

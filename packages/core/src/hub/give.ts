import type { BusEvent } from '../event.ts';
import { isLate } from '../is-thenable.ts';
import { noteEmit } from './clock.ts';
import { needsNoStage } from './direct-calls.ts';
import { FanOut, queueFor } from './fan-out.ts';
import type { Hub, SubscriptionRecord } from './hub.ts';
import { retainedKey } from './retained-key.ts';

/**
 * Gives events to one subscription alone, when it is given others: at once if it is synchronous, else by the hub's queue.
 * There is always room for retained events; whether there is for redriven ones has to be asked before.
 */
export function give(hub: Hub, subscription: SubscriptionRecord, events: readonly BusEvent[]): void {
  noteEmit(hub, events);
  hub.calling?.makeKnown();
  for (const [index, event] of events.entries()) {
    // One of them is timed.
    const delivery = new FanOut(hub, event, keyOf(hub, event), [subscription], index > 0 && needsNoStage(event));
    if (event.replayed) delivery.makeKnown();
    const conclusions = event.replayed ? undefined : delivery.offer();
    queueFor(hub, subscription).push(delivery);
    conclusions?.[0]?.tell();
  }
  hub.synchronous.drain();
}

/** None where `retain.by` fails: people were told of that when the event was emitted. */
function keyOf({ topics }: Hub, { type, data, subject = '' }: BusEvent): unknown {
  const retain = topics.get(type)?.retain;
  try {
    const key = typeof retain === 'object' ? retainedKey(retain.by(data)) : subject;
    return isLate(key) ? undefined : key;
  } catch {
    return undefined;
  }
}

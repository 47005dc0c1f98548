import type { BusEvent } from '../event.ts';
import { isLate } from '../is-thenable.ts';
import { noteEmit } from './clock.ts';
import { FanOut, queueFor } from './fan-out.ts';
import type { Hub, SubscriptionRecord } from './hub.ts';
import { retainedKey } from './retained-key.ts';

/**
 * Gives events to one subscription alone, when it is given others: at once if it is synchronous, else by the hub's queue.
 * There is always room for retained events; whether there is for redriven ones has to be asked before.
 */
export function give(hub: Hub, subscription: SubscriptionRecord, events: readonly BusEvent[]): void {
  noteEmit(hub, events);
  const only = new Set([subscription]);
  for (const event of events) {
    const delivery = new FanOut(event, keyOf(hub, event), only, subscription.synchronous);
    let conclude: (() => void) | undefined;
    if (event.replayed || subscription.queued < subscription.room) {
      subscription.queued++;
      delivery.left++;
    } else {
      conclude = subscription.offer(delivery);
    }
    queueFor(hub, subscription).push(delivery);
    conclude?.();
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

import type { BusEvent } from '../event.ts';
import { noteEmit } from './clock.ts';
import { FanOut, queueFor } from './fan-out.ts';
import type { Hub, SubscriptionRecord } from './hub.ts';

/**
 * Gives events to one subscription alone, when it is given others: at once if it is synchronous, else by the hub's queue.
 * There is always room for retained events; whether there is for redriven ones has to be asked before.
 */
export function give(hub: Hub, subscription: SubscriptionRecord, events: readonly BusEvent[]): void {
  noteEmit(hub, events);
  const only = new Set([subscription]);
  for (const event of events) {
    const delivery = new FanOut(event, only, subscription.synchronous);
    if (event.replayed || subscription.queued < subscription.room) {
      subscription.queued++;
      delivery.left++;
    } else {
      subscription.crowd();
      subscription.offer(delivery);
    }
    queueFor(hub, subscription).push(delivery);
  }
  hub.synchronous.drain();
}

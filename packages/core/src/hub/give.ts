import type { BusEvent } from '../event.ts';
import { noteEmit } from './clock.ts';
import type { Hub, SubscriptionRecord } from './hub.ts';

/** Gives events to one subscription alone, when it is given others: at once if it is synchronous, else by the hub's queue. */
export function give(hub: Hub, subscription: SubscriptionRecord, events: BusEvent[]): void {
  if (events.length === 0) return;
  noteEmit(hub, events);
  const queue = subscription.synchronous ? hub.synchronous : hub.queue;
  queue.push((isSpent) => {
    while (events.length > 0 && !subscription.ended) {
      subscription.receive(events.shift()!);
      if (isSpent()) break;
    }
    return subscription.ended || events.length === 0;
  });
  hub.synchronous.drain();
}

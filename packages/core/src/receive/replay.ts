import type { SubscribeOptions } from '../bus.ts';
import { deliverNow } from '../hub/deliver-now.ts';
import type { Hub, SubscriptionRecord } from '../hub/hub.ts';
import { retainedEvents } from '../hub/topic.ts';

/** Gives retained events to a new subscription: by the hub's queue, or at once if it is synchronous. */
export function replay(hub: Hub, record: SubscriptionRecord, wanted: SubscribeOptions['replay'] = true): void {
  const kept = wanted ? retainedEvents(hub, record) : [];
  const after = typeof wanted === 'object' ? wanted.after : 0;
  const events = kept
    .filter(({ sequence }) => sequence > after)
    .slice(typeof wanted === 'number' ? -wanted : 0)
    .map((event) => Object.freeze({ ...event, replayed: true as const }));
  if (record.synchronous) {
    for (const event of events) hub.synchronous.waiting.push([record, event]);
    deliverNow(hub);
  } else if (events.length > 0) {
    hub.queue.push((isSpent) => {
      while (events.length > 0 && !record.ended) {
        record.receive(events.shift()!);
        if (isSpent()) break;
      }
      return record.ended || events.length === 0;
    });
  }
}

import type { SubscribeOptions } from '../bus.ts';
import { give } from '../hub/give.ts';
import type { Hub, SubscriptionRecord } from '../hub/hub.ts';
import { retainedEvents } from '../hub/topic.ts';

/** Gives retained events to a new subscription: all, the newest so many, or all after a certain sequence. */
export function replay(hub: Hub, subscription: SubscriptionRecord, wanted: SubscribeOptions['replay'] = true): void {
  if (!wanted) return;
  const after = typeof wanted === 'object' ? wanted.after : 0;
  const events = retainedEvents(hub, subscription)
    .filter(({ sequence }) => sequence > after)
    .slice(typeof wanted === 'number' ? -wanted : 0)
    .map((event) => Object.freeze({ ...event, replayed: true as const }));
  give(hub, subscription, events);
}

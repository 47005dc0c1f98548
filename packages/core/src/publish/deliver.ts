import type { BusEvent } from '../event.ts';
import type { Job } from '../hub/delivery-queue.ts';
import type { Hub, SubscriptionRecord, Topic } from '../hub/hub.ts';
import type { PublishStage } from './publish-stage.ts';

/** Guarantees: every subscription of this moment will be given the event; synchronous ones have been. */
export const deliver: PublishStage = {
  name: 'deliver',
  run({ topic, event, source }, { hub }) {
    hub.counts.emitted++;
    topic.emitters.add(source);
    const count = topic.subscriptions.length;
    if (count === 0) hub.counts.unheard++;
    if (topic.synchronous > 0) deliverNow(hub, event!, topic);
    if (count > topic.synchronous) hub.queue.push(fanOut(event!, topic));
    return undefined;
  },
};

/** One job for one event: gives it to each subscription, and can stop between two of them. */
function fanOut(event: BusEvent, topic: Topic): Job {
  let subscriptions: readonly SubscriptionRecord[] | undefined;
  let position = 0;
  return {
    run(slice) {
      subscriptions ??= topic.subscriptions;
      while (position < subscriptions.length) {
        const subscription = subscriptions[position++]!;
        if (isMeant(subscription, event) && !subscription.synchronous) subscription.receive(event);
        if (slice.spent()) return position >= subscriptions.length;
      }
      return true;
    },
  };
}

/** An event emitted by a synchronous handler waits until the outer one has been given to all: everybody sees the same order. */
function deliverNow(hub: Hub, event: BusEvent, topic: Topic): void {
  const { synchronous } = hub;
  synchronous.waiting.push([event, topic]);
  if (synchronous.running) return;
  synchronous.running = true;
  for (let next = synchronous.waiting.shift(); next; next = synchronous.waiting.shift()) {
    const [nextEvent, { subscriptions }] = next;
    for (const subscription of subscriptions) {
      if (subscription.synchronous && isMeant(subscription, nextEvent)) subscription.receive(nextEvent);
    }
  }
  synchronous.running = false;
}

function isMeant(subscription: SubscriptionRecord, event: BusEvent): boolean {
  return !subscription.ended && subscription.since < event.sequence;
}

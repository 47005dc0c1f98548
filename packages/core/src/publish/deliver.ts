import type { BusEvent } from '../event.ts';
import type { Job } from '../hub/delivery-queue.ts';
import type { Topic } from '../hub/hub.ts';
import type { PublishStage } from './publish-stage.ts';

/** Guarantees: every subscription of this moment will be given the event, the synchronous ones at the end of `emit`. */
export const deliver: PublishStage = {
  name: 'deliver',
  run({ topic, event, source }, { hub }) {
    hub.counts.emitted++;
    topic.emitters.add(source);
    if (topic.subscriptions.size === 0) {
      hub.counts.unheard++;
      return;
    }
    let later = 0;
    for (const subscription of topic.subscriptions) {
      if (subscription.synchronous) hub.synchronous.waiting.push([subscription, event!]);
      else later++;
    }
    if (later > 0) hub.queue.push(fanOut(event!, topic));
  },
};

/** One job for one event: gives it to each subscription, and can stop between two of them. */
function fanOut(event: BusEvent, { subscriptions }: Topic): Job {
  const rest = subscriptions.values();
  return (isSpent) => {
    for (const subscription of rest) {
      // Whoever subscribed since was given the event as a replay, if at all.
      const isMeant = !subscription.ended && !subscription.synchronous && subscription.since < event.sequence;
      if (isMeant) subscription.receive(event);
      if (isSpent()) return false;
    }
    return true;
  };
}

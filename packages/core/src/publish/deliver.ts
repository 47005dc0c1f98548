import type { BusEvent } from '../event.ts';
import { isTimed, noteEmit } from '../hub/clock.ts';
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
    if (isTimed(event!)) noteEmit(hub, [event!]);
    let [now, later] = [false, false];
    for (const { synchronous } of topic.subscriptions) {
      now ||= synchronous;
      later ||= !synchronous;
    }
    if (now) hub.synchronous.push(fanOut(event!, topic, true));
    if (later) hub.queue.push(fanOut(event!, topic, false));
  },
};

/** One job for one event: gives it to each subscription of a kind, and can stop between two of them. */
function fanOut(event: BusEvent, { subscriptions }: Topic, synchronous: boolean): Job {
  const rest = subscriptions.values();
  return (isSpent) => {
    for (const subscription of rest) {
      // Whoever subscribed since was given the event as a replay, if at all.
      const isMeant = !subscription.ended && subscription.synchronous === synchronous && subscription.since < event.sequence;
      if (isMeant) subscription.receive(event);
      if (isSpent()) return false;
    }
    return true;
  };
}

import { isTimed, noteEmit } from '../hub/clock.ts';
import { FanOut } from '../hub/fan-out.ts';
import type { Hub, SubscriptionRecord } from '../hub/hub.ts';
import type { PublishStage } from './publish-stage.ts';

/** Guarantees: every subscription of this moment will be given the event, the synchronous ones at the end of `emit`, or has decided what its `overflow` says. */
export const deliver: PublishStage = {
  name: 'deliver',
  run({ topic, event, source, adopted }, { hub }) {
    const turn = ++hub.counts.emitted;
    topic.emitters.add(source);
    if (topic.subscriptions.size === 0) {
      hub.counts.unheard++;
      return;
    }
    if (adopted || isTimed(event!)) noteEmit(hub, [event!]);
    let now: FanOut | undefined;
    let later: FanOut | undefined;
    let crowded: SubscriptionRecord[] | undefined;
    for (const subscription of topic.subscriptions) {
      if (subscription.since >= event!.sequence) continue;
      const { synchronous } = subscription;
      if (synchronous) now ??= new FanOut(event!, topic.subscriptions, true, turn);
      else later ??= new FanOut(event!, topic.subscriptions, false, turn);
      if (subscription.queued < subscription.room) {
        subscription.queued++;
        (synchronous ? now : later)!.left++;
      } else {
        subscription.crowd();
        crowded ??= [];
        crowded.push(subscription);
      }
    }
    if (now) hub.synchronous.push(now);
    if (later) hub.queue.push(later);
    if (crowded) offerTo(crowded, hub, now, later);
  },
};

/** Comes last, because code that people handed in may run: `retain.by`, and what observes dead letters. */
function offerTo(crowded: SubscriptionRecord[], { queue, synchronous }: Hub, now?: FanOut, later?: FanOut): void {
  synchronous.hold(() => {
    for (const subscription of crowded) subscription.offer(subscription.synchronous ? now! : later!);
  });
  if (now?.left === 0) synchronous.forget(now);
  if (later?.left === 0) queue.forget(later);
}

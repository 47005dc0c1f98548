import type { BusEvent } from '../event.ts';
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
    if (crowded) offerTo(crowded, event!, hub, now, later);
  },
};

/** All decide before anybody's code hears of it: that of `retain.by` can deliver nothing meanwhile, and letters come last. */
function offerTo(
  crowded: SubscriptionRecord[],
  event: BusEvent,
  { queue, synchronous }: Hub,
  now?: FanOut,
  later?: FanOut,
): void {
  // Until all have been asked, nobody may take it for left by all.
  if (now) now.left++;
  if (later) later.left++;
  let taken: boolean[] = [];
  synchronous.hold(() => {
    taken = crowded.map((subscription) => subscription.offer(subscription.synchronous ? now! : later!));
  });
  if (now && --now.left === 0) synchronous.forget(now);
  if (later && --later.left === 0) queue.forget(later);
  for (const [index, subscription] of crowded.entries()) subscription.conclude(event, taken[index]!);
}

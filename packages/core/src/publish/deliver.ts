import type { BusEvent } from '../event.ts';
import { isTimed, noteEmit } from '../hub/clock.ts';
import { FanOut } from '../hub/fan-out.ts';
import type { Hub } from '../hub/hub.ts';
import type { PublicationInProgress, PublishStage } from './publish-stage.ts';

/** Guarantees: every subscription of this moment will be given the event, the synchronous ones at the end of `emit`, or has decided what its `overflow` says. */
export const deliver: PublishStage = {
  name: 'deliver',
  run(publication, { hub }) {
    if (hub.carry) hub.carry(publication.event!, (event) => deliverTo(hub, publication, event));
    else deliverTo(hub, publication, publication.event!);
  },
};

function deliverTo(hub: Hub, { topic, source, adopted, key: retainedBy }: PublicationInProgress, event: BusEvent): void {
  const turn = ++hub.counts.emitted;
  topic.emitters.add(source);
  if (topic.subscriptions.size === 0) {
    hub.counts.unheard++;
    return;
  }
  if (adopted || isTimed(event)) noteEmit(hub, [event]);
  const key = typeof topic.retain === 'object' ? retainedBy : (event.subject ?? '');
  let now: FanOut | undefined;
  let later: FanOut | undefined;
  let conclusions: (() => void)[] | undefined;
  for (const subscription of topic.subscriptions) {
    if (subscription.since >= event.sequence) continue;
    const { synchronous } = subscription;
    if (synchronous) now ??= new FanOut(event, key, topic.subscriptions, true, turn);
    else later ??= new FanOut(event, key, topic.subscriptions, false, turn);
    const delivery = (synchronous ? now : later)!;
    if (subscription.queued < subscription.room) {
      subscription.queued++;
      delivery.left++;
    } else {
      conclusions ??= [];
      conclusions.push(subscription.offer(delivery));
    }
  }
  if (now?.left) hub.synchronous.push(now);
  if (later?.left) hub.queue.push(later);
  // Code that people handed in hears of what was decided once all is in its place.
  for (const conclude of conclusions ?? []) conclude();
}

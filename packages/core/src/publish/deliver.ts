import type { BusEvent } from '../event.ts';
import { isFirstInAWhile, isSample, noteEmit } from '../hub/clock.ts';
import type { DeliveryQueue } from '../hub/delivery-queue.ts';
import { needsNoStage } from '../hub/direct-calls.ts';
import { type Conclusion, FanOut } from '../hub/fan-out.ts';
import type { Hub } from '../hub/hub.ts';
import { lineUpFor } from '../hub/line-up.ts';
import { fits } from '../hub/version-taken.ts';
import type { PublicationInProgress, PublishStage } from './publish-stage.ts';

/** Guarantees: every subscription of this moment will be given the event, the synchronous ones at the end of `emit`, or has decided what its `overflow` says. */
export const deliver: PublishStage = {
  name: 'deliver',
  run(publication, { hub }) {
    if (hub.carry) carry(hub, publication);
    else deliverTo(hub, publication, publication.event!);
  },
};

function carry(hub: Hub, publication: PublicationInProgress): void {
  hub.carry!(publication.event!, (event) => deliverTo(hub, publication, event));
}

function deliverTo(hub: Hub, { topic, source, adopted, key: retainedBy }: PublicationInProgress, event: BusEvent): void {
  const turn = ++hub.counts.emitted;
  topic.emitters.add(source);
  if (topic.subscriptions.size === 0) {
    hub.counts.unheard++;
    return;
  }
  const { synchronous, taken, later } = lineUpFor(topic, event.sequence);
  const isFirst = !!adopted || isFirstInAWhile(topic, event);
  const isTimed = isFirst || (later.length > 0 && isSample(topic, event));
  if (isTimed) noteEmit(hub, [event]);
  const isPlain = needsNoStage(event);
  const key = typeof topic.retain === 'object' ? retainedBy : (event.subject ?? '');
  // What handlers emit comes after the event that they are called with.
  hub.calling?.makeKnown();
  let conclusions: Conclusion[] | undefined;
  if (synchronous.length > 0) {
    const isDirect = isPlain && !isFirst;
    const delivery = new FanOut(hub, event, key, synchronous, isDirect, turn);
    // Nobody is asked where all handlers are called as soon as `emit` is done with the event.
    const isAtOnce = isDirect && hub.busy.size + hub.synchronous.depth === 0 && fits(event.dataversion, taken);
    if (isAtOnce) hub.synchronous.push(delivery);
    else conclusions = deliverInTurn(hub.synchronous, delivery);
  }
  if (later.length > 0) {
    const others = deliverInTurn(hub.queue, new FanOut(hub, event, key, later, isPlain && !isTimed, turn));
    // Each of the two has the order of subscribing.
    conclusions =
      conclusions && others ? [...conclusions, ...others].sort((one, other) => one.id - other.id) : (conclusions ?? others);
  }
  // Code that people handed in hears of what was decided once all is in its place.
  if (conclusions) for (const conclusion of conclusions) conclusion.tell();
}

function deliverInTurn(queue: DeliveryQueue, delivery: FanOut): Conclusion[] | undefined {
  const conclusions = delivery.offer();
  if (delivery.left > 0) queue.push(delivery);
  return conclusions;
}

import type { SubscriptionRecord, Topic } from './hub.ts';
import { commonVersion } from './version-taken.ts';

/** The subscriptions of a topic as lists, each in the order of subscribing. */
export interface LineUp {
  /** Delivered to while `emit` runs. */
  readonly synchronous: readonly SubscriptionRecord[];
  /** The version of the payloads that the handlers of all of these can be called with directly, unless one is busy. */
  readonly taken: number;
  /** All others. */
  readonly later: readonly SubscriptionRecord[];
  /** The sequence of the newest event when the last of them subscribed. */
  readonly since: number;
}

/** The line-up for an event, without those that subscribed after it: they were given it as a replay, if at all. */
export function lineUpFor(topic: Topic, sequence: number): LineUp {
  topic.lineUp ??= lineUp([...topic.subscriptions]);
  return topic.lineUp.since < sequence ? topic.lineUp : lineUpBefore(topic, sequence);
}

function lineUpBefore({ subscriptions }: Topic, sequence: number): LineUp {
  return lineUp([...subscriptions].filter(({ since }) => since < sequence));
}

function lineUp(subscriptions: readonly SubscriptionRecord[]): LineUp {
  const synchronous = subscriptions.filter((subscription) => subscription.synchronous);
  return {
    synchronous,
    taken: commonVersion(synchronous.map(({ takes }) => takes)),
    later: subscriptions.filter(({ synchronous }) => !synchronous),
    since: subscriptions.at(-1)?.since ?? -1,
  };
}

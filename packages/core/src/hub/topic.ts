import type { AnyEventContract } from '../define-event.ts';
import { type BusEvent, isExpired } from '../event.ts';
import type { Hub, SubscriptionRecord, Topic } from './hub.ts';
import { noVersion } from './version-taken.ts';

/** The topic of an event name; made on first mention, with the pattern subscriptions that cover it. */
export function topicOf(hub: Hub, type: string): Topic {
  let topic = hub.topics.get(type);
  if (!topic) {
    topic = createTopic(hub, type);
    hub.topics.set(type, topic);
  }
  return topic;
}

/** A topic that the hub does not know yet. Who subscribed to its name would have made it known. */
export function createTopic(hub: Hub, type: string): Topic {
  const subscriptions = new Set([...hub.patterns].filter((subscription) => subscription.covers(type)));
  return { type, contracts: [], subscriptions, retained: new Map(), emitters: new Set(), drifted: new Set() };
}

/** The topics that a subscription is for. */
export function coveredTopics(hub: Hub, subscription: SubscriptionRecord): Topic[] {
  return (
    subscription.types?.map((type) => topicOf(hub, type)) ??
    [...hub.topics.values()].filter(({ type }) => subscription.covers(type))
  );
}

/** Adds a subscription to every topic that it covers. */
export function attach(hub: Hub, subscription: SubscriptionRecord): void {
  if (!subscription.types) hub.patterns.add(subscription);
  hub.subscriptions.add(subscription);
  for (const topic of coveredTopics(hub, subscription)) {
    topic.subscriptions.add(subscription);
    topic.lineUp = undefined;
  }
}

/** Takes a subscription away; deliveries under way skip it from now on. */
export function detach(hub: Hub, subscription: SubscriptionRecord): void {
  subscription.ended = true;
  subscription.free = noVersion;
  hub.busy.delete(subscription);
  hub.counts.delivered += subscription.delivered;
  hub.subscriptions.delete(subscription);
  hub.patterns.delete(subscription);
  for (const topic of coveredTopics(hub, subscription)) {
    topic.subscriptions.delete(subscription);
    topic.lineUp = undefined;
  }
}

/** What a late subscription is given first: retained events that have not expired, oldest first. */
export function retainedEvents(hub: Hub, subscription: SubscriptionRecord): BusEvent[] {
  return coveredTopics(hub, subscription)
    .flatMap(({ retained }) => [...retained.values()])
    .flat()
    .filter((event) => !isExpired(event))
    .sort((one, other) => one.sequence - other.sequence);
}

/** The newest contract that the page knows for a name, or that of a certain version. */
export function contractOf(topic: Topic | undefined, version?: number): AnyEventContract | undefined {
  return topic && contractsOf(topic).find((contract) => !version || contract.version === version);
}

/** The contracts of a topic, the newest first. */
export function contractsOf({ contracts }: Topic): AnyEventContract[] {
  return contracts.map(({ contract }) => contract).sort(newestFirst);
}

/** Puts contracts with a higher version first. */
export function newestFirst(one: AnyEventContract, other: AnyEventContract): number {
  return other.version - one.version;
}

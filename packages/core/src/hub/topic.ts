import type { AnyEventContract } from '../define-event.ts';
import { type BusEvent, isExpired } from '../event.ts';
import type { Hub, SubscriptionRecord, Topic } from './hub.ts';

/** The topic of an event name; made on first mention, with the pattern subscriptions that cover it. */
export function topicOf(hub: Hub, type: string): Topic {
  let topic = hub.topics.get(type);
  if (!topic) {
    topic = createTopic(hub, type);
    hub.topics.set(type, topic);
  }
  return topic;
}

/** A topic that the hub does not know yet. */
export function createTopic(hub: Hub, type: string): Topic {
  const subscriptions = new Set([...hub.subscriptions].filter(({ covers }) => covers(type)));
  return { type, contracts: [], subscriptions, retained: new Map(), emitters: new Set(), drifted: new Set() };
}

/** The topics that a subscription is for. */
export function coveredTopics(hub: Hub, { types, covers }: SubscriptionRecord): Topic[] {
  return types ? types.map((type) => topicOf(hub, type)) : [...hub.topics.values()].filter(({ type }) => covers(type));
}

/** Adds a subscription to every topic that it covers. */
export function attach(hub: Hub, subscription: SubscriptionRecord): void {
  hub.subscriptions.add(subscription);
  for (const topic of coveredTopics(hub, subscription)) topic.subscriptions.add(subscription);
}

/** Takes a subscription away; deliveries under way skip it from now on. */
export function detach(hub: Hub, subscription: SubscriptionRecord): void {
  subscription.ended = true;
  hub.subscriptions.delete(subscription);
  for (const topic of coveredTopics(hub, subscription)) topic.subscriptions.delete(subscription);
}

/** What a late subscription is given first: retained events that have not expired, oldest first. */
export function retainedEvents(hub: Hub, subscription: SubscriptionRecord): BusEvent[] {
  return coveredTopics(hub, subscription)
    .flatMap(({ retained }) => [...retained.values()].flat())
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

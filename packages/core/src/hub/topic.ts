import type { AnyEventContract } from '../define-event.ts';
import type { BusEvent } from '../event.ts';
import type { Hub, SubscriptionRecord, Topic } from './hub.ts';

/** The topic of an event name; made on first mention, with the pattern subscriptions that cover it. */
export function topicOf(hub: Hub, type: string): Topic {
  const known = hub.topics.get(type);
  if (known) return known;
  const subscriptions = [...hub.subscriptions].filter(({ types, covers }) => !types && covers(type));
  const topic: Topic = {
    type,
    contracts: [],
    subscriptions,
    synchronous: subscriptions.filter(({ synchronous }) => synchronous).length,
    retained: new Map(),
    retain: undefined,
    latest: undefined,
    watched: false,
    emitters: new Set(),
    dom: 'both',
    heard: false,
    mirrored: undefined,
    drifted: new Set(),
  };
  hub.topics.set(type, topic);
  return topic;
}

/** Adds a subscription to every topic that it covers. */
export function attach(hub: Hub, subscription: SubscriptionRecord): void {
  hub.subscriptions.add(subscription);
  for (const topic of coveredTopics(hub, subscription)) {
    topic.subscriptions.push(subscription);
    if (subscription.synchronous) topic.synchronous++;
  }
}

/** Takes a subscription away; deliveries under way skip it from now on. */
export function detach(hub: Hub, subscription: SubscriptionRecord): void {
  subscription.ended = true;
  hub.subscriptions.delete(subscription);
  for (const topic of coveredTopics(hub, subscription)) {
    topic.subscriptions = topic.subscriptions.filter((other) => other !== subscription);
    if (subscription.synchronous) topic.synchronous--;
  }
}

/** What a late subscription is given first: retained events that have not expired, oldest first. */
export function retainedEvents(hub: Hub, subscription: SubscriptionRecord): BusEvent[] {
  const now = Date.now();
  return coveredTopics(hub, subscription)
    .flatMap((topic) => [...topic.retained.values()].flat())
    .filter(({ expirytime }) => expirytime === undefined || expirytime > now)
    .sort((one, other) => one.sequence - other.sequence);
}

/** The contract of a version, as the page first learnt it. */
export function contractOfVersion(topic: Topic | undefined, version: number): AnyEventContract | undefined {
  return topic?.contracts.find(({ contract }) => contract.version === version)?.contract;
}

function coveredTopics(hub: Hub, subscription: SubscriptionRecord): Topic[] {
  if (subscription.types) return subscription.types.filter((type) => subscription.covers(type)).map((type) => topicOf(hub, type));
  return [...hub.topics.values()].filter(({ type }) => subscription.covers(type));
}

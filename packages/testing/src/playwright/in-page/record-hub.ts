import type { BusEvent, DeadLetter, Hub } from '@busbar/core';
import type { Recorded, RecordedLetter } from './recorded.ts';
import { recordedError } from './recorded-error.ts';

type Topic = Hub['topics'] extends Map<string, infer Each> ? Each : never;
type Record = (recorded: Recorded) => void;

/**
 * Sees what goes over a hub, and what it holds already. Subscribes to nothing and joins nothing: the page counts, orders and
 * lists what it would without.
 */
export function recordHub(hub: Hub, record: Record): void {
  record({ hub: { version: hub.version, protocol: hub.protocol } });
  if (hub.protocol !== 1) return;
  const see = (event: BusEvent): void => record({ event });
  const { topics } = hub;
  for (const event of retainedIn(topics)) see(event);
  for (const letter of hub.letters.values()) record({ letter: recordedLetter(letter) });
  hub.letterObservers.add((letter) => record({ letter: recordedLetter(letter) }));
  for (const topic of topics.values()) watchTopic(topic, see);
  const set = topics.set.bind(topics);
  const value = (type: string, topic: Topic): typeof topics => {
    watchTopic(topic, see);
    return set(type, topic);
  };
  Object.defineProperty(topics, 'set', { value, configurable: true, writable: true });
  watchOwnEvents(hub, see);
}

function retainedIn(topics: Hub['topics']): BusEvent[] {
  const retained = [...topics.values()].flatMap((topic) => [...topic.retained.values()].flat());
  return retained.sort((one, other) => one.sequence - other.sequence);
}

/**
 * Hears of each event of a topic by having the hub keep the newest one, as it does where somebody reads `latest`. What is
 * kept for those who read it is what they asked for, no more.
 */
function watchTopic(topic: Topic, see: (event: BusEvent) => void): void {
  let { latest, watched } = topic;
  Object.defineProperties(topic, {
    watched: {
      configurable: true,
      enumerable: true,
      get: () => true,
      set(asked?: boolean) {
        watched = asked;
      },
    },
    latest: {
      configurable: true,
      enumerable: true,
      get: () => latest,
      set(event?: BusEvent) {
        if (watched || topic.retain) latest = event;
        if (event) see(event);
      },
    },
  });
}

/** What the hub tells of itself is kept nowhere, but put on a queue for those who listen. */
function watchOwnEvents({ queue, synchronous }: Hub, see: (event: BusEvent) => void): void {
  let last: BusEvent | undefined;
  for (const each of [queue, synchronous]) {
    const push = each.push.bind(each);
    each.push = (job) => {
      const { event, turn } = job as { event?: BusEvent; turn?: number };
      // One that listens later is given retained events alone.
      if (event?.type.startsWith('busbar:') && turn !== Infinity && event !== last) {
        last = event;
        see(event);
      }
      push(job);
    };
  }
}

function recordedLetter({ error, ...letter }: DeadLetter): RecordedLetter {
  return { ...letter, error: recordedError(error) };
}

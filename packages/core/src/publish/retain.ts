import { ask } from '../ask.ts';
import type { Retain } from '../define-event.ts';
import { retainedKey } from '../hub/retained-key.ts';
import type { PublicationInProgress, Publisher, PublishStage } from './publish-stage.ts';

type Keyed = Partial<Extract<Retain<unknown>, object>> & { readonly last: number };

/** Guarantees: who subscribes later can be given the event, as far as its contract retains it. */
export const retain: PublishStage = {
  name: 'retain',
  run(publication, bus) {
    const { topic, event } = publication;
    if (topic.retain || topic.watched) topic.latest = event;
    if (topic.retain) keep(publication, topic.retain, bus);
  },
};

function keep(publication: PublicationInProgress, policy: Retain<unknown>, bus: Publisher): void {
  const { topic, event, contract, source } = publication;
  const { last, by, tombstone } = typeof policy === 'object' ? policy : ({ last: policy === 'latest' ? 1 : policy } as Keyed);
  const asked = <Answer>(name: string, answer: () => Answer): Answer | undefined =>
    ask({ callback: `retain.${name}`, type: contract.type, source }, answer, bus.report);
  // An event whose key cannot be told is delivered but not kept, and people hear of it.
  const key = by ? asked('by', () => retainedKey(by(event!.data))) : '';
  publication.key = key;
  if (key === undefined) return;
  if (tombstone && asked('tombstone', () => tombstone(event!.data))) {
    topic.retained.delete(key);
    return;
  }
  const kept = topic.retained.get(key) ?? [];
  if (kept.push(event!) > last) kept.shift();
  topic.retained.set(key, kept);
}

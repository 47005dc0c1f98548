import { ask } from '../ask.ts';
import type { Retain } from '../define-event.ts';
import { retainedKey } from '../hub/retained-key.ts';
import type { PublishStage } from './publish-stage.ts';

type Keyed = Partial<Extract<Retain<unknown>, object>> & { readonly last: number };

/** Guarantees: who subscribes later can be given the event, as far as its contract retains it. */
export const retain: PublishStage = {
  name: 'retain',
  run(publication, bus) {
    const { topic, event, contract, source } = publication;
    const policy = topic.retain;
    if (policy || topic.watched) topic.latest = event;
    if (!policy) return;
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
  },
};

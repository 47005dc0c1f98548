import { ask } from '../ask.ts';
import { retainedKey } from '../hub/retained-key.ts';
import type { PublishStage } from './publish-stage.ts';

/** Guarantees: who subscribes later can be given the event, as far as its contract retains it. */
export const retain: PublishStage = {
  name: 'retain',
  run(publication, bus) {
    const { topic, event, contract, source } = publication;
    const policy = topic.retain;
    if (policy || topic.watched) topic.latest = event;
    if (!policy) return;
    const { last, by } = typeof policy === 'object' ? policy : { last: policy === 'latest' ? 1 : policy };
    const told = { callback: 'retain.by', type: contract.type, source };
    // An event whose key cannot be told is delivered but not kept, and people hear of it.
    const key = by ? ask(told, () => retainedKey(by(event!.data)), bus.report) : '';
    publication.key = key;
    if (key === undefined) return;
    const kept = topic.retained.get(key) ?? [];
    if (kept.push(event!) > last) kept.shift();
    topic.retained.set(key, kept);
  },
};

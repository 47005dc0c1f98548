import { BusError } from '../bus-error.ts';
import { isLate } from '../is-thenable.ts';
import type { PublicationInProgress, Publisher, PublishStage } from './publish-stage.ts';

/** Guarantees: who subscribes later can be given the event, as far as its contract retains it. */
export const retain: PublishStage = {
  name: 'retain',
  run(publication, bus) {
    const { topic, event } = publication;
    const policy = topic.retain;
    if (policy || topic.watched) topic.latest = event;
    if (!policy) return;
    const key = typeof policy === 'object' ? keyOf(policy.by, publication, bus) : '';
    if (key === undefined) return;
    const kept = topic.retained.get(key) ?? [];
    const bound = typeof policy === 'object' ? policy.last : policy === 'latest' ? 1 : policy;
    if (kept.push(event!) > bound) kept.shift();
    topic.retained.set(key, kept);
  },
};

/** The event's key; one whose key cannot be told is delivered but not kept, and people hear of it. */
function keyOf(
  by: (data: unknown) => unknown,
  { event, contract: { type }, source }: PublicationInProgress,
  bus: Publisher,
): unknown {
  const told = { callback: 'retain.by', type, source };
  try {
    const key = by(event!.data);
    if (typeof key === 'string' || typeof key === 'number') return key;
    bus.report(
      isLate(key) ? new BusError('async-callback', told) : new BusError('callback-failed', told, `it answered ${String(key)}`),
    );
  } catch (error) {
    bus.report(new BusError('callback-failed', told, error));
  }
  return undefined;
}

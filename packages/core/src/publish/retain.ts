import type { BusContext } from '../bus-context.ts';
import { BusError } from '../bus-error.ts';
import type { BusEvent } from '../event.ts';
import type { Topic } from '../hub/hub.ts';
import type { PublishStage } from './publish-stage.ts';

/** Guarantees: who subscribes later can be given the event, as far as its contract retains it. */
export const retain: PublishStage = {
  name: 'retain',
  run({ topic, event }, bus) {
    if (topic.retain !== undefined) keep(topic, event!, bus);
    if (topic.retain !== undefined || topic.watched) topic.latest = event!;
    return undefined;
  },
};

function keep(topic: Topic, event: BusEvent, bus: Pick<BusContext, 'report'>): void {
  const policy = topic.retain!;
  const bound = policy === 'latest' ? 1 : typeof policy === 'number' ? policy : policy.last;
  const key = typeof policy === 'object' ? keyOf(policy.by, event, bus) : '';
  if (key === undefined) return;
  const kept = topic.retained.get(key) ?? [];
  kept.push(event);
  if (kept.length > bound) kept.shift();
  topic.retained.set(key, kept);
}

/** The event's key; one whose key cannot be told is delivered but not kept, and the contract's owner hears of it. */
function keyOf(by: (data: unknown) => unknown, event: BusEvent, bus: Pick<BusContext, 'report'>): string | number | undefined {
  const told = { callback: 'retain.by', type: event.type, source: event.source };
  try {
    const key = by(event.data);
    if (typeof key === 'string' || typeof key === 'number') return key;
    bus.report(new BusError(key instanceof Promise ? 'async-callback' : 'callback-failed', told, `it answered ${String(key)}`));
  } catch (error) {
    bus.report(new BusError('callback-failed', told, error));
  }
  return undefined;
}

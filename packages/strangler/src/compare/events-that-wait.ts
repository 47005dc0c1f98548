import type { AnyEventContract, Bus } from '@busbar/core';

/** What a comparison traces: what `on` takes. */
export type TracedEvents = AnyEventContract | readonly AnyEventContract[] | string;

/**
 * How many of the traced events handlers on this page are busy with, or have still to be given. Subscriptions to patterns
 * count, too: nobody knows what they wait for.
 */
export function eventsThatWait(bus: Bus, traced: TracedEvents): number {
  const { queueDepth, subscriptions } = bus.metrics();
  const types = [traced].flat().map((one) => (typeof one === 'string' ? one : one.type));
  const isPattern = (text: string): boolean => text.includes('*');
  const concerned = subscriptions.filter(
    ({ target }) => isPattern(target) || types.some((type) => isPattern(type) || target.split(', ').includes(type)),
  );
  return concerned.reduce((sum, subscription) => sum + subscription.queueDepth + subscription.running, queueDepth);
}

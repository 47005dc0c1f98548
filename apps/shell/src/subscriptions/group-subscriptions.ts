import type { SubscriptionMetrics } from '@busbar/core';

/** All subscriptions of one micro-frontend, whatever part of it listens, oldest first. */
export interface SubscriptionGroup {
  readonly name: string;
  readonly subscriptions: readonly SubscriptionMetrics[];
}

/** Puts the subscriptions of each micro-frontend together, in the order of their names: `checkout/ledger` belongs to `checkout`. */
export function groupSubscriptions(subscriptions: readonly SubscriptionMetrics[]): readonly SubscriptionGroup[] {
  const groups = new Map<string, SubscriptionMetrics[]>();
  for (const subscription of subscriptions.toSorted((one, other) => one.id - other.id)) {
    const name = subscription.source.split('/', 1)[0] ?? '';
    groups.set(name, [...(groups.get(name) ?? []), subscription]);
  }
  return [...groups]
    .map(([name, members]) => ({ name, subscriptions: members }))
    .toSorted((one, other) => one.name.localeCompare(other.name));
}

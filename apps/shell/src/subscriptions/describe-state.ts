import type { SubscriptionMetrics } from '@busbar/core';

/** Says in a word or two how a subscription is doing. The hub says when one lags, and when it has recovered. */
export function describeState(
  { running, queueDepth }: Pick<SubscriptionMetrics, 'running' | 'queueDepth'>,
  isLagging: boolean,
): string {
  // Recovery is told with one of the next events, and nothing may come for a while.
  if (isLagging) return queueDepth > 0 ? 'Lagging' : 'Was lagging';
  return running + queueDepth > 0 ? 'Busy' : 'Idle';
}

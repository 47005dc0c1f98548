import type { SubscriptionMetrics } from '../hub/metrics.ts';
import type { Listener } from './listener.ts';

/** A snapshot of how one subscription is doing. */
export function measured({ record, counts, times }: Listener, queueDepth: number): SubscriptionMetrics {
  const { id, source, target } = record;
  const mean = times.measured > 0 ? times.total / times.measured : 0;
  return { id, source, target, ...counts, queueDepth, lag: times.lag, handlerTime: { last: times.last, mean, max: times.max } };
}

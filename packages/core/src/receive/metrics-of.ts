import { ageOf } from '../hub/clock.ts';
import type { SubscriptionMetrics } from '../hub/metrics.ts';
import type { Listener } from './listener.ts';
import { oldest } from './oldest.ts';
import { depthOf } from './overflow.ts';
import { stateOf } from './watch-policy.ts';

/** Takes a snapshot of one subscription. */
export function metricsOf(listener: Listener): SubscriptionMetrics {
  const { id, source, target, figures, waitingTime, handlingTime, options, bus } = listener;
  const first = oldest(listener);
  return {
    id,
    source,
    target,
    ...figures,
    running: listener.running(),
    queueDepth: depthOf(listener),
    age: first ? ageOf(bus.hub, first) : 0,
    waitingTime: waitingTime.durations(),
    handlingTime: handlingTime.durations(),
    policy: stateOf(options.policy),
  };
}

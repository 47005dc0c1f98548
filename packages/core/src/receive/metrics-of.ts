import { ageOf } from '../hub/clock.ts';
import type { SubscriptionMetrics } from '../hub/metrics.ts';
import { countRunning } from './count-running.ts';
import type { Listener } from './listener.ts';
import { oldest } from './oldest.ts';
import { depthOf } from './overflow.ts';
import { stateOf } from './watch-policy.ts';

/** Takes a snapshot of one subscription. */
export function metrics(this: Listener): SubscriptionMetrics {
  const { id, source, target, delivered, figures, options, bus } = this;
  bus.hub.calling?.makeKnown();
  const first = oldest(this);
  return {
    id,
    source,
    target,
    delivered,
    ...figures,
    running: countRunning(this),
    queueDepth: depthOf(this),
    age: first ? ageOf(bus.hub, first) : 0,
    waitingTime: this.waitingTime.durations(),
    handlingTime: this.handlingTime.durations(),
    policy: stateOf(options.policy),
  };
}

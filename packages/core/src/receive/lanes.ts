import type { SubscribeOptions } from '../bus.ts';
import { createDeliveryQueue, type DeliveryQueue } from '../hub/delivery-queue.ts';
import { runSoon } from '../hub/run-soon.ts';

/** The queue of a subscription whose turn comes at a certain time; none for deliveries that follow the hub's queue. */
export type LaneFor = (options: Pick<SubscribeOptions, 'delivery' | 'priority'>) => DeliveryQueue | undefined;

/** Makes the lanes of one bus, each when it is first asked for. */
export function createLanes(budget: number): LaneFor {
  const lanes = new Map<string, DeliveryQueue>();
  return ({ delivery = 'microtask', priority }) => {
    if (delivery === 'microtask' || delivery === 'sync') return undefined;
    const name = `${delivery} ${priority}`;
    const lane = lanes.get(name) ?? createDeliveryQueue(budget, (run) => asks[delivery](run, priority));
    lanes.set(name, lane);
    return lane;
  };
}

const asks = {
  task: runSoon,
  frame: (run: () => void) => unlessHidden(run, globalThis.requestAnimationFrame),
  idle: (run: () => void) => unlessHidden(run, globalThis.requestIdleCallback),
};

/**
 * Hidden pages paint no frame and are seldom idle, so there a task has to do, also for what was asked for before. The
 * frame that comes after all finds what waits then, or nothing.
 */
function unlessHidden(run: () => void, request: ((run: () => void) => number) | undefined): void {
  if (!request || document.hidden) return runSoon(run);
  const go = (): void => {
    document.removeEventListener('visibilitychange', go);
    run();
  };
  request(go);
  document.addEventListener('visibilitychange', go);
}

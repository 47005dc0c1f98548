import type { Delivery, SubscribeOptions } from '../bus.ts';
import { createDeliveryQueue, type DeliveryQueue } from '../hub/delivery-queue.ts';
import type { Hub } from '../hub/hub.ts';
import { runSoon } from '../hub/run-soon.ts';

/** The queue of all that waits for the same kind of moment, made when it is first asked for; none where the hub's own queue sets the pace. */
export function laneFor(
  { lanes, limits }: Hub,
  { delivery = 'microtask', priority = 'user-visible' }: SubscribeOptions,
): DeliveryQueue | undefined {
  const ask = asks[delivery];
  if (!ask) return undefined;
  const name = `${delivery} ${priority}`;
  const lane = lanes.get(name) ?? createDeliveryQueue(limits.slice, (run) => ask(run, priority));
  lanes.set(name, lane);
  return lane;
}

const asks: Partial<Record<Delivery, typeof runSoon>> = {
  task: runSoon,
  frame: (run) => unlessHidden(run, globalThis.requestAnimationFrame),
  idle: (run) => unlessHidden(run, globalThis.requestIdleCallback),
};

/**
 * Hidden pages paint no frame and are seldom idle, so there a task has to do, also for what was asked for before. The
 * frame that comes after all finds what waits then, or nothing.
 */
function unlessHidden(run: () => void, request: ((run: () => void, options: { timeout: number }) => number) | undefined): void {
  if (!request || document.hidden) return runSoon(run);
  const go = (): void => {
    document.removeEventListener('visibilitychange', go);
    run();
  };
  // Busy pages are never idle. Frames ignore it.
  request(go, { timeout: 1_000 });
  document.addEventListener('visibilitychange', go);
}

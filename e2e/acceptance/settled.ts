import type { Bus } from '@busbar/core';

/** Resolves in a task of its own: what was due in microtasks has run by then. */
export function nextTask(): Promise<void> {
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      resolve();
    };
    port2.postMessage(undefined);
  });
}

/** Resolves when nothing waits any more, neither on the hub's queue nor in a subscription. */
export async function settled(bus: Bus): Promise<void> {
  do await nextTask();
  while (waiting(bus) > 0);
}

function waiting(bus: Bus): number {
  const { queueDepth, subscriptions } = bus.metrics();
  return subscriptions.reduce((sum, one) => sum + one.queueDepth, queueDepth);
}

/** Resolves when a condition holds. Rejects after a number of seconds, saying what did not come. */
export async function until(condition: () => boolean, what: string, seconds = 60): Promise<void> {
  const end = performance.now() + seconds * 1_000;
  while (!condition()) {
    if (performance.now() > end) throw new Error(`Not within ${seconds} s: ${what}`);
    await nextTask();
  }
}

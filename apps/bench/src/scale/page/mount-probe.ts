import type { Subscription } from '@busbar/core';
import type { Probe } from './probe.ts';
import { type Keeping, keepEvents } from './retained-events.ts';

/** Subscribes, as who is mounted late, and waits until all events that were kept are handled. Unsubscribing is not timed. */
export function mountProbe(keeping: Keeping, kept: number, options: { readonly delivery?: 'sync' }): Probe {
  const { bus, contract } = keepEvents(keeping, kept);
  return {
    close: () => bus.dispose(),
    async run(times) {
      let time = 0;
      for (let mount = 0; mount < times; mount++) {
        let stop: Subscription | undefined;
        const begun = performance.now();
        await new Promise<void>((resolve) => {
          stop = bus.on(contract, countDown(kept, resolve), options);
        });
        time += performance.now() - begun;
        stop?.();
      }
      return time;
    },
  };
}

/** A handler that tells when it was called so many times. */
function countDown(times: number, tell: () => void): () => void {
  let left = times;
  return () => {
    left--;
    if (left === 0) tell();
  };
}

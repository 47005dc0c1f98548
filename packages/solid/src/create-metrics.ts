import type { BusMetrics } from '@busbar/core';
import { type Accessor, createRenderEffect, createSignal, onCleanup, untrack } from 'solid-js';
import { isServer } from 'solid-js/web';
import { type MaybeAccessor, read } from './maybe-accessor.ts';
import { useBus } from './use-bus.ts';

/**
 * Gives a snapshot of the hub's figures as an accessor, and another every so many milliseconds, by default 1,000.
 *
 * On a server it gives the one snapshot of when it was called.
 *
 * @example
 * const metrics = createMetrics();
 * return <p>{metrics().emitted} events, {metrics().deadLetters} of them undeliverable</p>;
 */
export function createMetrics(every: MaybeAccessor<number> = 1000): Accessor<BusMetrics> {
  const bus = useBus();
  const [metrics, setMetrics] = createSignal(untrack(bus).metrics());
  if (!isServer) {
    createRenderEffect(() => {
      const snapshots = bus().metrics$(read(every)).subscribe(setMetrics);
      onCleanup(() => snapshots.unsubscribe());
    });
  }
  return metrics;
}

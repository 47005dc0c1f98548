import type { Bus, BusMetrics } from '@busbar/core';
import { type MaybeRefOrGetter, type ShallowRef, toValue } from 'vue';
import { busOf } from './bus-of.ts';
import { selected } from './selected.ts';

/**
 * Gives a snapshot of the whole hub as a ref, and takes another one every so many milliseconds, by default 1,000.
 *
 * @example
 * const metrics = useMetrics(() => (props.detailed ? 250 : 5_000));
 */
export function useMetrics(
  every?: MaybeRefOrGetter<number>,
  options?: MaybeRefOrGetter<{ readonly bus?: Bus }>,
): Readonly<ShallowRef<BusMetrics>> {
  const bus = busOf(options);
  const snapshots = () => {
    const ticks = bus.value.metrics$(toValue(every));
    return { get: bus.value.metrics, subscribe: (change: () => void) => ticks.subscribe(change) };
  };
  return selected(snapshots, {});
}

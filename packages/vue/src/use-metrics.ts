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
  every: MaybeRefOrGetter<number> = 1_000,
  options?: MaybeRefOrGetter<{ readonly bus?: Bus }>,
): Readonly<ShallowRef<BusMetrics>> {
  const bus = busOf(options);
  const snapshots = () => {
    const period = toValue(every);
    return { get: bus.metrics, subscribe: (change: () => void) => bus.metrics$(period).subscribe(change) };
  };
  return selected(snapshots, {});
}

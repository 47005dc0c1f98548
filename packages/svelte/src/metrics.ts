import type { Bus, BusMetrics } from '@busbar/core';
import { type BusOption, busOf } from './bus-of.ts';
import { type Current, currentOf, type Source } from './current.ts';
import { type MaybeGetter, read } from './maybe-getter.ts';

/**
 * Gives a snapshot of the whole hub as `current`, and while a template or an effect reads it, another one every so many
 * milliseconds, by default 1,000.
 *
 * @example
 * const figures = metrics(() => (detailed ? 250 : 5_000));
 */
export function metrics(every: MaybeGetter<number> = 1_000, options?: MaybeGetter<BusOption>): Current<BusMetrics> {
  const bus = busOf(options);
  return currentOf(() => [bus(), read(every)], snapshots, {});
}

function snapshots(bus: Bus, every: number): Source {
  let newest: BusMetrics | undefined;
  return {
    get: () => newest ?? bus.metrics(),
    subscribe(observer) {
      const ticking = bus.metrics$(every).subscribe((now) => {
        newest = now;
        observer();
      });
      return () => {
        newest = undefined;
        ticking.unsubscribe();
      };
    },
  };
}

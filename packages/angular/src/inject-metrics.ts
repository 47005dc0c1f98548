import { computed, type Signal, signal } from '@angular/core';
import type { BusMetrics } from '@busbar/core';
import { inDevelopment } from './development.ts';
import { follow } from './follow.ts';
import { holdsSame } from './holds-same.ts';
import { assertContext, type InjectorOption, inContext } from './in-context.ts';
import { busHere } from './inject-bus.ts';
import { type Reactive, read } from './reactive.ts';

/**
 * Gives the figures of the whole hub as a signal, taken anew every so many milliseconds, by default 1,000.
 *
 * @throws Error where no bus is provided, NG0203 outside an injection context unless `injector` is given, and
 * `invalid-option` for what is no period.
 * @example
 * readonly metrics = injectMetrics(5_000);
 * readonly emitted = computed(() => this.metrics().emitted);
 */
export function injectMetrics(every: Reactive<number> = 1_000, { injector }: InjectorOption = {}): Signal<BusMetrics> {
  if (inDevelopment) assertContext(injectMetrics, injector);
  return inContext(injector, () => {
    const bus = busHere();
    const newest = signal(bus.metrics());
    const period = computed(() => ({ every: read(every) }), { equal: holdsSame });
    follow(period, ({ every }) => bus.metrics$(every).subscribe((taken) => newest.set(taken)));
    return newest;
  });
}

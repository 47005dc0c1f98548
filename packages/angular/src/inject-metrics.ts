import { type Signal, signal } from '@angular/core';
import type { BusMetrics } from '@busbar/core';
import { follow } from './follow.ts';
import { type InjectorOption, inContext } from './in-context.ts';
import { busHere } from './inject-bus.ts';
import type { Reactive } from './reactive.ts';

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
  return inContext(injectMetrics, injector, () => {
    const bus = busHere();
    const newest = signal(bus.metrics());
    follow(every, (milliseconds) => bus.metrics$(milliseconds).subscribe((taken) => newest.set(taken)));
    return newest;
  });
}

import type { BusMetrics } from '@busbar/core';
import type { BusHost } from './bus-host.ts';
import type { BusControllerOptions } from './follow-bus.ts';
import { type MaybeGetter, read } from './maybe-getter.ts';
import { ValueController } from './value-controller.ts';

/**
 * Has a snapshot of the hub's figures as its `value`, and another every so many milliseconds, by default 1,000; `undefined`
 * until a bus is known.
 *
 * @example
 * class Figures extends LitElement {
 *   #metrics = new MetricsController(this);
 *   render() {
 *     return html`${this.#metrics.value?.emitted} events`;
 *   }
 * }
 */
export class MetricsController extends ValueController<BusMetrics | undefined> {
  constructor(host: BusHost, every: MaybeGetter<number> = 1000, options: MaybeGetter<BusControllerOptions> = {}) {
    super(
      host,
      () => read(options),
      () => read(every),
      (bus, every: number) => {
        let now = bus.metrics();
        return {
          get: () => now,
          subscribe: (notice) =>
            bus.metrics$(every).subscribe((next) => {
              now = next;
              notice();
            }),
        };
      },
      false,
    );
  }
}

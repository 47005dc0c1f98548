import { inject } from '@angular/core';
import type { Bus } from '@busbar/core';
import { type InjectorOption, inContext } from './in-context.ts';
import { BUS } from './provide-bus.ts';

/**
 * Gives the bus that `provideBus` made known here.
 *
 * @throws Error where no bus is provided, and NG0203 outside an injection context unless `injector` is given.
 * @example
 * readonly bus = injectBus();
 */
export function injectBus({ injector }: InjectorOption = {}): Bus {
  return inContext(injectBus, injector, busHere);
}

/** For callers that are in an injection context already. */
export function busHere(): Bus {
  const bus = inject(BUS, { optional: true });
  if (!bus) throw new Error('No bus is provided. Add provideBus(bus) to the providers.');
  return bus;
}

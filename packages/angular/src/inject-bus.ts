import { inject } from '@angular/core';
import type { Bus } from '@busbar/core';
import { inDevelopment } from './development.ts';
import { assertContext, type InjectorOption, inContext } from './in-context.ts';
import { BUS } from './provide-bus.ts';

/**
 * Gives the bus that `provideBus` made known here.
 *
 * @throws Error where no bus is provided, and NG0203 outside an injection context unless `injector` is given.
 * @example
 * readonly bus = injectBus();
 */
export function injectBus({ injector }: InjectorOption = {}): Bus {
  if (inDevelopment) assertContext(injectBus, injector);
  return inContext(injector, busHere);
}

/** For callers that are in an injection context already. */
export function busHere(): Bus {
  if (inDevelopment && !inject(BUS, { optional: true })) {
    throw new Error('No bus is provided. Add provideBus(bus) to the providers.');
  }
  return inject(BUS);
}

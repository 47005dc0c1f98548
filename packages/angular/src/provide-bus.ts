import { DestroyRef, type EnvironmentProviders, InjectionToken, inject, makeEnvironmentProviders } from '@angular/core';
import type { Bus } from '@busbar/core';

export const BUS = /* @__PURE__ */ new InjectionToken<Bus>('Busbar bus');

/**
 * Makes a bus known to everything below an injector.
 *
 * A bus that is given stays its owner's: the injector never disposes it. A bus that a function makes belongs to the
 * injector and is disposed with it; the function runs once, when the bus is first asked for, in an injection context.
 *
 * @example
 * createApplication({ providers: [provideBus(props.bus)] });
 * @example
 * createApplication({ providers: [provideBus(() => createBus({ source: 'profile' }))] });
 */
export function provideBus(bus: Bus | (() => Bus)): EnvironmentProviders {
  return makeEnvironmentProviders([
    typeof bus === 'function' ? { provide: BUS, useFactory: () => ownedByInjector(bus()) } : { provide: BUS, useValue: bus },
  ]);
}

function ownedByInjector(bus: Bus): Bus {
  inject(DestroyRef).onDestroy(() => bus.dispose());
  return bus;
}

import {
  DestroyRef,
  type EnvironmentProviders,
  InjectionToken,
  inject,
  makeEnvironmentProviders,
  provideEnvironmentInitializer,
} from '@angular/core';
import type { Bus } from '@busbar/core';

export const BUS = /* @__PURE__ */ new InjectionToken<Bus>('Busbar bus');

/** What `withSource` and `withContracts` give to `provideBus`. */
export interface BusFeature {
  /** Runs in an injection context when the injector is made. Answers the bus to provide. */
  readonly extend: (bus: Bus) => Bus;
}

/**
 * Makes a bus known to everything below an injector.
 *
 * A bus that is given stays its owner's: the injector never disposes it. A bus that a function makes belongs to the
 * injector and is disposed with it; the function runs once, in an injection context, when the bus is first asked for.
 * Given features alone, it builds on the bus of the injector above. With features the bus is there from the beginning.
 *
 * @example
 * createApplication({ providers: [provideBus(props.bus)] });
 * @example
 * createApplication({ providers: [provideBus(() => createBus({ source: 'profile' }), withContracts(profile))] });
 * @example
 * const routes: Routes = [{ path: 'orders', providers: [provideBus(withSource('orders'))], component: Orders }];
 */
export function provideBus(bus: Bus | (() => Bus), ...features: BusFeature[]): EnvironmentProviders;
export function provideBus(...features: [BusFeature, ...BusFeature[]]): EnvironmentProviders;
export function provideBus(bus: Bus | (() => Bus) | BusFeature, ...features: BusFeature[]): EnvironmentProviders {
  if (bus && 'extend' in bus) return provideExtended(() => inject(BUS, { skipSelf: true }), [bus, ...features]);
  return provideExtended(() => (typeof bus === 'function' ? ownedByInjector(bus()) : bus), features);
}

function provideExtended(begin: () => Bus, features: readonly BusFeature[]): EnvironmentProviders {
  return makeEnvironmentProviders([
    { provide: BUS, useFactory: () => features.reduce((bus, { extend }) => extend(bus), begin()) },
    features.length > 0 ? provideEnvironmentInitializer(() => inject(BUS)) : [],
  ]);
}

/** Disposes a bus or scope with the injector of the injection context. */
export function ownedByInjector(bus: Bus): Bus {
  inject(DestroyRef).onDestroy(() => bus.dispose());
  return bus;
}

import {
  type AbstractType,
  DestroyRef,
  type EnvironmentProviders,
  type FactoryProvider,
  inject,
  makeEnvironmentProviders,
  type Provider,
} from '@angular/core';
import type { Bus } from '@busbar/core';

/** What the bus is provided under. A class, because it weighs less in pages than an `InjectionToken`. */
export const BUS = class ProvidedBus {} as unknown as AbstractType<Bus>;

/** How the bus is made, and what begins with the injector. Nothing before there is a bus. */
export type BusProviders = [bus?: FactoryProvider, ...others: EnvironmentProviders[]];

/** What `withSource` and `withContracts` give to `provideBus`. */
export interface BusFeature {
  /** Answers what to provide in place of what is provided without the feature. */
  readonly extend: (providers: BusProviders) => BusProviders;
}

/**
 * Makes a bus known to everything below an injector.
 *
 * A bus that is given stays its owner's: the injector never disposes it. A bus that a function makes belongs to the
 * injector and is disposed with it; the function runs once, in an injection context, when the bus is first asked for.
 * Given features of `@busbar/angular/features` alone, it builds on the bus of the injector above. With features the bus is
 * there from the beginning.
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
export function provideBus(...parts: Part[]): EnvironmentProviders {
  return makeEnvironmentProviders(parts.reduce<BusProviders>(extended, []) as Provider[]);
}

type Part = Bus | (() => Bus) | BusFeature;

function extended(providers: BusProviders, part: Part): BusProviders {
  const make = () => (typeof part === 'function' ? ownedByInjector(part()) : part);
  return (part as Partial<BusFeature> | undefined)?.extend?.(providers) ?? [{ provide: BUS, useFactory: make }];
}

/** Disposes a bus or scope with the injector of the injection context. */
export function ownedByInjector(bus: Bus): Bus {
  inject(DestroyRef).onDestroy(() => bus.dispose());
  return bus;
}

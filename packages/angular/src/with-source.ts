import type { ScopeOptions } from '@busbar/core';
import { busFeature } from './bus-feature.ts';
import { type BusFeature, ownedByInjector } from './provide-bus.ts';

/**
 * Provides a scope of the bus, which is disposed with the injector: it stamps events with a name of its own, and may emit
 * and hear no more than `publish` and `subscribe` say, by default all that the bus may.
 *
 * @example
 * provideBus(props.bus, withSource('orders', { publish: ['orders:*'] }));
 */
export function withSource(source: string, permissions?: Pick<ScopeOptions, 'publish' | 'subscribe'>): BusFeature {
  return busFeature((bus) => ownedByInjector(bus.scope({ ...permissions, source })));
}

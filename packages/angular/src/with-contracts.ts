import { type BusOptions, createBus } from '@busbar/core';
import { busFeature } from './bus-feature.ts';
import type { BusFeature } from './provide-bus.ts';

/**
 * Makes contracts known to the page when the injector is made, so that their names work as texts, and plain events of
 * `window` are heard and retained before anybody subscribes.
 *
 * @throws BusError `contract-conflict`, `invalid-contract`.
 * @example
 * provideBus(props.bus, withContracts(cart, checkout.started));
 */
export function withContracts(...contracts: NonNullable<BusOptions['contracts']>): BusFeature {
  return busFeature((bus) => {
    // It is the hub that remembers them; this handle has served its purpose then.
    createBus({ source: bus.source, hub: bus.hub, contracts }).dispose();
    return bus;
  });
}

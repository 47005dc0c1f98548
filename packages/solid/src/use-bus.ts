import type { Bus } from '@busbar/core';
import { type Accessor, useContext } from 'solid-js';
import { BusContext } from './bus-context.ts';
import { inDevelopment } from './development.ts';

/**
 * Gives the bus of the nearest `BusProvider`, as an accessor, since the provider may be given another.
 *
 * Call it in a component, or wherever else there is an owner.
 *
 * @throws Error when no provider is above.
 * @example
 * const bus = useBus();
 * const retry = (): number => bus().deadLetters.redrive(() => true);
 */
export function useBus(): Accessor<Bus> {
  const bus = useContext(BusContext);
  if (bus) return bus;
  throw new Error(
    inDevelopment
      ? 'Busbar found no bus. Call this in a component, before any await, below a <BusProvider bus={bus}>.'
      : 'no bus',
  );
}

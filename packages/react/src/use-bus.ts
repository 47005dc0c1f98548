'use client';

import type { Bus } from '@busbar/core';
import { useContext } from 'react';
import { BusContext } from './bus-context.ts';

/**
 * Gives the bus of the nearest `BusProvider`.
 *
 * @throws Error when no provider is above the component.
 * @example
 * const bus = useBus();
 * const retry = (): number => bus.deadLetters.redrive(() => true);
 */
export function useBus(): Bus {
  const bus = useContext(BusContext);
  if (bus) return bus;
  throw new Error(
    'A Busbar hook found no bus. Expected a <BusProvider> above this component, from the same copy of @busbar/react. ' +
      "Wrap the root in <BusProvider bus={bus}>, with a bus from createBus({ source: '…' }).",
  );
}

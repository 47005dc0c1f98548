'use client';

import type { Bus } from '@busbar/core';
import * as React from 'react';
import { BusContext } from './bus-context.ts';
import { inDevelopment } from './development.ts';

const sentence =
  'A Busbar hook found no bus. Expected a <BusProvider> above this component, from the same copy of @busbar/react. ' +
  "Wrap the root in <BusProvider bus={bus}>, with a bus from createBus({ source: '…' }).";

/**
 * Gives the bus of the nearest `BusProvider`.
 *
 * @throws Error when no provider is above the component.
 * @example
 * const bus = useBus();
 * const retry = (): number => bus.deadLetters.redrive(() => true);
 */
export function useBus(): Bus {
  const bus = React.useContext(BusContext);
  if (bus) return bus;
  throw new Error(inDevelopment ? sentence : 'no bus');
}

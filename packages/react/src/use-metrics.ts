'use client';

import type { Bus, BusMetrics } from '@busbar/core';
import * as React from 'react';
import { useBus } from './use-bus.ts';
import { type Source, useSource } from './use-source.ts';

/**
 * Gives a snapshot of the hub, and a new one every so many milliseconds, for panels of your own.
 *
 * The component renders with each of them. On a server, and while a page is hydrated, all figures are 0.
 *
 * @param every Milliseconds above 0. Default 1,000.
 * @example
 * const { emitted, subscriptions } = useMetrics();
 */
export function useMetrics(every = 1_000): BusMetrics {
  const bus = useBus();
  const source = React.useMemo(() => createMetrics(bus, every), [bus, every]);
  return useSource(source, {}, source.get, () => nothing) as BusMetrics;
}

const nothing: BusMetrics = {
  emitted: 0,
  delivered: 0,
  deadLetters: 0,
  unheard: 0,
  queueDepth: 0,
  copies: [],
  subscriptions: [],
};

function createMetrics(bus: Bus, every: number): Source {
  let newest: BusMetrics | undefined;
  return {
    get: () => (newest ??= bus.metrics()),
    subscribe(notify) {
      const watching = bus.metrics$(every).subscribe((metrics) => {
        newest = metrics;
        notify();
      });
      return () => watching.unsubscribe();
    },
  };
}

'use client';

import type { Bus } from '@busbar/core';
import * as React from 'react';
import { BusContext } from './bus-context.ts';

/** What `BusProvider` takes. */
export interface BusProviderProps {
  /** The bus or scope of this micro-frontend. Whoever made it disposes it; the provider does not. */
  readonly bus: Bus;
  readonly children?: React.ReactNode;
}

/**
 * Gives the hooks of all components below it their bus.
 *
 * Another `bus` moves every subscription below to the new one. Providers nest: the nearest one counts.
 *
 * @example
 * createRoot(element).render(<BusProvider bus={createBus({ source: 'cart' })}><Cart /></BusProvider>);
 */
export function BusProvider({ bus, children }: BusProviderProps): React.ReactElement {
  return React.createElement(BusContext.Provider, { value: bus, children });
}

import type { Bus } from '@busbar/core';
import { createComponent, createMemo, type JSX } from 'solid-js';
import { BusContext } from './bus-context.ts';

/** What `BusProvider` takes. */
export interface BusProviderProps {
  /** The bus or scope of this micro-frontend. Whoever made it disposes it; the provider does not. */
  readonly bus: Bus;
  readonly children?: JSX.Element;
}

/**
 * Gives everything below it its bus.
 *
 * Another `bus` moves every subscription below to the new one. Providers nest: the nearest one counts.
 *
 * @example
 * const bus = createBus({ source: 'cart' });
 * render(() => <BusProvider bus={bus}><Cart /></BusProvider>, element);
 */
export function BusProvider(props: BusProviderProps): JSX.Element {
  return createComponent(BusContext.Provider, {
    // A memo, so that only another bus moves anything.
    value: createMemo(() => props.bus),
    get children() {
      return props.children;
    },
  });
}

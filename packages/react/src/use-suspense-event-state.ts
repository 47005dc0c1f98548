'use client';

import type { AnyEventContract, OutputOf } from '@busbar/core';
import * as React from 'react';
import { arrivalOf } from './arrival.ts';
import { payloadOr } from './event-state.ts';
import type { Look } from './selection.ts';
import { useBus } from './use-bus.ts';
import { useSource } from './use-source.ts';

/**
 * Gives the newest payload of a contract, and suspends until there is one.
 *
 * Otherwise as `useEventState`. The nearest `<Suspense>` shows its fallback meanwhile; in a transition the page stays as it
 * is. A payload that has outlived its time to live is none. All components that wait for a contract share one subscription,
 * which stays until the event comes or the bus is disposed, also when the components have gone. On a server the component
 * waits for what the request's own bus emits, so abort a stream that takes too long. Where a page takes over what a server
 * rendered, the boundary stays as it is until the page has a payload, and begins with that: emit there first what the
 * server rendered. (`useEventState` begins with its `initial`, whatever the page holds by then.)
 *
 * @example
 * const { lines } = useSuspenseEventState(cart.changed);
 */
export function useSuspenseEventState<Contract extends AnyEventContract, Selection>(
  contract: Contract,
  options: {
    readonly select: (value: OutputOf<Contract>) => Selection;
    readonly compare?: (previous: Selection, next: Selection) => boolean;
  },
): Selection;
export function useSuspenseEventState<Contract extends AnyEventContract>(
  contract: Contract,
  options?: { readonly compare?: (previous: OutputOf<Contract>, next: OutputOf<Contract>) => boolean },
): OutputOf<Contract>;
export function useSuspenseEventState(contract: AnyEventContract, look?: Look): unknown {
  const bus = useBus();
  const latest = React.useMemo(() => bus.latest(contract), [bus, contract]);
  const suspend = () => {
    throw arrivalOf(bus, contract, latest);
  };
  return useSource(latest, look, payloadOr(latest, suspend));
}

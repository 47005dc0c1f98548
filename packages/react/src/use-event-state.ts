'use client';

import type { AnyEventContract, OutputOf } from '@busbar/core';
import * as React from 'react';
import { createEventState, payloadOr } from './event-state.ts';
import type { Look } from './selection.ts';
import { useBus } from './use-bus.ts';
import { useSource } from './use-source.ts';

/**
 * Gives the newest payload of a contract, and renders again when it changes.
 *
 * Before the first event it is `initial`, else `undefined`. With `select` it is what that makes of the payload, and the
 * component renders only when `compare` (default `Object.is`) finds the next selection different. Nothing emitted
 * between render and subscription is missed. A `select` or `compare` that throws ends in the nearest error boundary, as
 * anything that throws while rendering; the bus goes on. Hydration begins with `initial`: give it what the server rendered.
 *
 * @example
 * const count = useEventState(cart.changed, { select: (state) => state?.lines.length ?? 0 });
 */
export function useEventState<Contract extends AnyEventContract, Selection>(
  contract: Contract,
  options: {
    readonly initial: OutputOf<Contract>;
    readonly select: (value: OutputOf<Contract>) => Selection;
    readonly compare?: (previous: Selection, next: Selection) => boolean;
  },
): Selection;
export function useEventState<Contract extends AnyEventContract, Selection>(
  contract: Contract,
  options: {
    readonly select: (value: OutputOf<Contract> | undefined) => Selection;
    readonly compare?: (previous: Selection, next: Selection) => boolean;
  },
): Selection;
export function useEventState<Contract extends AnyEventContract>(
  contract: Contract,
  options: {
    /** The value until the first event. The one of the first render is kept. */
    readonly initial: OutputOf<Contract>;
    readonly compare?: (previous: OutputOf<Contract>, next: OutputOf<Contract>) => boolean;
  },
): OutputOf<Contract>;
export function useEventState<Contract extends AnyEventContract>(
  contract: Contract,
  options?: { readonly compare?: (previous: OutputOf<Contract> | undefined, next: OutputOf<Contract> | undefined) => boolean },
): OutputOf<Contract> | undefined;
export function useEventState(contract: AnyEventContract, look: Look & { readonly initial?: unknown } = {}): unknown {
  const bus = useBus();
  const state = React.useMemo(() => createEventState(bus.latest(contract)), [bus, contract]);
  const getInitial = () => state.keep(look.initial);
  const get = payloadOr(state, getInitial);
  // A browser's hub may hold other events than the server's did, so hydration begins as the server did without any.
  return useSource(state, look, get, typeof window === 'undefined' ? get : getInitial);
}

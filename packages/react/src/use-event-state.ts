'use client';

import type { AnyEventContract, OutputOf } from '@busbar/core';
import { useMemo } from 'react';
import { createEventState } from './event-state.ts';
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
export function useEventState(contract: AnyEventContract, look?: Look): unknown {
  const bus = useBus();
  const state = useMemo(() => createEventState(bus.latest(contract)), [bus, contract]);
  return useSource(state, look);
}

'use client';

import type { AnyEventContract, EmitOptions, EventOf, Handler, InputOf, OutputOf } from '@busbar/core';
import { useEmit } from './use-emit.ts';
import { type UseEventOptions, useEvent } from './use-event.ts';
import { useEventState } from './use-event-state.ts';
import { useSuspenseEventState } from './use-suspense-event-state.ts';

/** The contracts in one or more records of them. */
type ContractIn<Contracts> = Contracts extends unknown ? Extract<Contracts[keyof Contracts], AnyEventContract> : never;
type NameIn<Contracts> = ContractIn<Contracts>['type'];
type Named<Contracts, Name> = Extract<ContractIn<Contracts>, { readonly type: Name }>;
type EventNamed<Contracts, Name> = EventOf<Named<Contracts, Name>>;
type PayloadNamed<Contracts, Name> = OutputOf<Named<Contracts, Name>>;

/** Hooks that take the names of certain contracts. */
export interface BusHooks<Contracts> {
  /** `useEvent` for names, a list of names, or a pattern. */
  readonly useEvent: {
    <Name extends NameIn<Contracts>>(
      name: Name | readonly Name[],
      handler: Handler<EventNamed<Contracts, Name>>,
      options?: UseEventOptions<EventNamed<Contracts, Name>>,
    ): void;
    (pattern: `${string}*${string}`, handler: Handler, options?: UseEventOptions): void;
  };

  /** `useEventState` for a name. */
  readonly useEventState: {
    <Name extends NameIn<Contracts>, Selection>(
      name: Name,
      options: {
        readonly initial: PayloadNamed<Contracts, Name>;
        readonly select: (value: PayloadNamed<Contracts, Name>) => Selection;
        readonly compare?: (previous: Selection, next: Selection) => boolean;
      },
    ): Selection;
    <Name extends NameIn<Contracts>, Selection>(
      name: Name,
      options: {
        readonly select: (value: PayloadNamed<Contracts, Name> | undefined) => Selection;
        readonly compare?: (previous: Selection, next: Selection) => boolean;
      },
    ): Selection;
    <Name extends NameIn<Contracts>>(
      name: Name,
      options: {
        readonly initial: PayloadNamed<Contracts, Name>;
        readonly compare?: (previous: PayloadNamed<Contracts, Name>, next: PayloadNamed<Contracts, Name>) => boolean;
      },
    ): PayloadNamed<Contracts, Name>;
    <Name extends NameIn<Contracts>>(
      name: Name,
      options?: {
        readonly compare?: (
          previous: PayloadNamed<Contracts, Name> | undefined,
          next: PayloadNamed<Contracts, Name> | undefined,
        ) => boolean;
      },
    ): PayloadNamed<Contracts, Name> | undefined;
  };

  /** `useSuspenseEventState` for a name. */
  readonly useSuspenseEventState: {
    <Name extends NameIn<Contracts>, Selection>(
      name: Name,
      options: {
        readonly select: (value: PayloadNamed<Contracts, Name>) => Selection;
        readonly compare?: (previous: Selection, next: Selection) => boolean;
      },
    ): Selection;
    <Name extends NameIn<Contracts>>(
      name: Name,
      options?: { readonly compare?: (previous: PayloadNamed<Contracts, Name>, next: PayloadNamed<Contracts, Name>) => boolean },
    ): PayloadNamed<Contracts, Name>;
  };

  /** `useEmit` for a name. */
  readonly useEmit: <Name extends NameIn<Contracts>>(
    name: Name,
  ) => (data: InputOf<Named<Contracts, Name>>, options?: EmitOptions) => EventNamed<Contracts, Name>;
}

/**
 * Gives the hooks with the types of certain contracts, to be called with names.
 *
 * The hooks are those of this module, so lint rules and the React Compiler know them. Make the bus with the `contracts`, from
 * which the names are known when a component first renders: a name that nobody has defined by then is `unknown-contract`.
 *
 * @example
 * export const { useEvent, useEventState, useEmit } = createBusHooks<typeof cart | typeof checkout>();
 * const count = useEventState('cart:changed', { select: (state) => state?.count ?? 0 });
 */
export function createBusHooks<Contracts>(): BusHooks<Contracts> {
  return { useEvent, useEventState, useSuspenseEventState, useEmit } as unknown as BusHooks<Contracts>;
}

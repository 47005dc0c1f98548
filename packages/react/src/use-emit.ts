'use client';

import type { AnyEventContract, DeclaredEvents, EmitOptions, EventContract, EventName, EventOf, InputOf } from '@busbar/core';
import * as React from 'react';
import { useBus } from './use-bus.ts';

/**
 * Gives a function that emits one kind of event.
 *
 * The function is the same in every render until the contract or the bus changes, so it may be passed to memoized
 * components and stand in dependency lists. Call it in event handlers and effects, not while rendering. It throws what
 * `bus.emit` throws.
 *
 * @example
 * const addItem = useEmit(cart.itemAdded);
 * return <button onClick={() => addItem({ sku: 'A-1', quantity: 1 })}>Add</button>;
 */
export function useEmit<Contract extends AnyEventContract>(
  contract: Contract,
): (data: InputOf<Contract>, options?: EmitOptions) => EventOf<Contract>;
export function useEmit<Name extends EventName>(
  name: Name,
): (data: InputOf<ContractNamed<Name>>, options?: EmitOptions) => EventOf<ContractNamed<Name>>;
export function useEmit(contract: AnyEventContract): (data: unknown, options?: EmitOptions) => unknown {
  const bus = useBus();
  return React.useMemo(() => (data: unknown, options?: EmitOptions) => bus.emit(contract, data, options), [bus, contract]);
}

/** The declared contract of a name; one of unknown payload where nothing is declared. */
type ContractNamed<Name extends string> = Name extends keyof DeclaredEvents ? DeclaredEvents[Name] : EventContract<Name>;

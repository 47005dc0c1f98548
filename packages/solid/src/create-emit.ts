import type { AnyEventContract, DeclaredEvents, EmitOptions, EventContract, EventName, EventOf, InputOf } from '@busbar/core';
import { untrack } from 'solid-js';
import { type MaybeAccessor, read } from './maybe-accessor.ts';
import { useBus } from './use-bus.ts';

/**
 * Gives a function that emits one kind of event.
 *
 * It may be called at any time, and is the same function for as long as the component is there: what it emits, and on
 * which bus, is looked up with each call. A computation that emits does not run again for that. It throws what `bus.emit`
 * throws.
 *
 * @example
 * const addItem = createEmit(cart.itemAdded);
 * return <button onClick={() => addItem({ sku: 'A-1', quantity: 1 })}>Add</button>;
 */
export function createEmit<Contract extends AnyEventContract>(
  contract: MaybeAccessor<Contract>,
): (data: InputOf<Contract>, options?: EmitOptions) => EventOf<Contract>;
export function createEmit<Name extends EventName>(
  name: MaybeAccessor<Name>,
): (data: InputOf<ContractNamed<Name>>, options?: EmitOptions) => EventOf<ContractNamed<Name>>;
export function createEmit(contract: MaybeAccessor<AnyEventContract>): (data: unknown, options?: EmitOptions) => unknown {
  const bus = useBus();
  return (data, options) => untrack(() => bus().emit(read(contract), data, options));
}

/** The declared contract of a name; one of unknown payload where nothing is declared. */
type ContractNamed<Name extends string> = Name extends keyof DeclaredEvents ? DeclaredEvents[Name] : EventContract<Name>;

import type { AnyEventContract, DeclaredEvents, EmitOptions, EventContract, EventName, EventOf, InputOf } from '@busbar/core';
import { type BusOption, busOf } from './bus-of.ts';
import { type MaybeGetter, read } from './maybe-getter.ts';

/**
 * Gives a function that emits one kind of event. It may be called at any time, and throws what `bus.emit` throws.
 *
 * @example
 * const addItem = emitter(cart.itemAdded);
 * addItem({ sku: 'A-1', quantity: 1 });
 */
export function emitter<Contract extends AnyEventContract>(
  contract: MaybeGetter<Contract>,
  options?: MaybeGetter<BusOption>,
): (data: InputOf<Contract>, options?: EmitOptions) => EventOf<Contract>;
export function emitter<Name extends EventName>(
  name: MaybeGetter<Name>,
  options?: MaybeGetter<BusOption>,
): (data: InputOf<ContractNamed<Name>>, options?: EmitOptions) => EventOf<ContractNamed<Name>>;
export function emitter(
  contract: MaybeGetter<AnyEventContract>,
  given?: MaybeGetter<BusOption>,
): (data: unknown, options?: EmitOptions) => unknown {
  const bus = busOf(given);
  return (data, options) => bus().emit(read(contract), data, options);
}

/** The declared contract of a name; one of unknown payload where nothing is declared. */
type ContractNamed<Name extends string> = Name extends keyof DeclaredEvents ? DeclaredEvents[Name] : EventContract<Name>;

import type {
  AnyEventContract,
  Bus,
  DeclaredEvents,
  EmitOptions,
  EventContract,
  EventName,
  EventOf,
  InputOf,
} from '@busbar/core';
import { type MaybeRefOrGetter, toValue } from 'vue';
import { busOf } from './bus-of.ts';

/**
 * Gives a function that emits one kind of event. It may be called at any time, stays the same when the contract becomes
 * another one, and throws what `bus.emit` throws.
 *
 * @example
 * const addItem = useEmit(cart.itemAdded);
 * addItem({ sku: 'A-1', quantity: 1 });
 */
export function useEmit<Contract extends AnyEventContract>(
  contract: MaybeRefOrGetter<Contract>,
  options?: MaybeRefOrGetter<{ readonly bus?: Bus }>,
): (data: InputOf<Contract>, options?: EmitOptions) => EventOf<Contract>;
export function useEmit<Name extends EventName>(
  name: MaybeRefOrGetter<Name>,
  options?: MaybeRefOrGetter<{ readonly bus?: Bus }>,
): (data: InputOf<ContractNamed<Name>>, options?: EmitOptions) => EventOf<ContractNamed<Name>>;
export function useEmit(
  contract: MaybeRefOrGetter<AnyEventContract>,
  given?: MaybeRefOrGetter<{ readonly bus?: Bus }>,
): (data: unknown, options?: EmitOptions) => unknown {
  const bus = busOf(given);
  return (data, options) => bus.value.emit(toValue(contract), data, options);
}

/** The declared contract of a name; one of unknown payload where nothing is declared. */
type ContractNamed<Name extends string> = Name extends keyof DeclaredEvents ? DeclaredEvents[Name] : EventContract<Name>;

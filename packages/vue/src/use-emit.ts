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
import { useBus } from './use-bus.ts';

/**
 * Gives a function that emits one kind of event. It may be called at any time, and throws what `bus.emit` throws.
 *
 * @example
 * const addItem = useEmit(cart.itemAdded);
 * addItem({ sku: 'A-1', quantity: 1 });
 */
export function useEmit<Contract extends AnyEventContract>(
  contract: Contract,
  options?: { readonly bus?: Bus },
): (data: InputOf<Contract>, options?: EmitOptions) => EventOf<Contract>;
export function useEmit<Name extends EventName>(
  name: Name,
  options?: { readonly bus?: Bus },
): (data: InputOf<ContractNamed<Name>>, options?: EmitOptions) => EventOf<ContractNamed<Name>>;
export function useEmit(
  contract: AnyEventContract,
  { bus = useBus() }: { readonly bus?: Bus } = {},
): (data: unknown, options?: EmitOptions) => unknown {
  return (data, options) => bus.emit(contract, data, options);
}

/** The declared contract of a name; one of unknown payload where nothing is declared. */
type ContractNamed<Name extends string> = Name extends keyof DeclaredEvents ? DeclaredEvents[Name] : EventContract<Name>;

import { untracked } from '@angular/core';
import type { AnyEventContract, DeclaredEvents, EmitOptions, EventContract, EventName, EventOf, InputOf } from '@busbar/core';
import { inDevelopment } from './development.ts';
import { assertContext, type InjectorOption, inContext } from './in-context.ts';
import { busHere } from './inject-bus.ts';
import { type Reactive, read } from './reactive.ts';

/**
 * Gives the function that publishes events of one contract and returns each.
 *
 * The function can be called anywhere and at any time, in an effect too: what handlers and schemas read while it runs
 * does not become a dependency of the effect. It throws the errors of `bus.emit`. Of a contract that is a signal or a
 * function, it asks at each call.
 *
 * @throws Error where no bus is provided, and NG0203 outside an injection context unless `injector` is given.
 * @example
 * readonly itemAdded = injectEmit(cart.itemAdded);
 * add(sku: string) { this.itemAdded({ sku, quantity: 1 }); }
 */
export function injectEmit<Contract extends AnyEventContract>(
  contract: Reactive<Contract>,
  options?: InjectorOption,
): (data: InputOf<Contract>, options?: EmitOptions) => EventOf<Contract>;
export function injectEmit<Name extends EventName>(
  name: Reactive<Name>,
  options?: InjectorOption,
): (data: InputOf<ContractNamed<Name>>, options?: EmitOptions) => EventOf<ContractNamed<Name>>;
export function injectEmit(
  contract: Reactive<AnyEventContract>,
  { injector }: InjectorOption = {},
): (data: unknown, options?: EmitOptions) => unknown {
  if (inDevelopment) assertContext(injectEmit, injector);
  const bus = inContext(injector, busHere);
  return (data, options) => untracked(() => bus.emit(read(contract), data, options));
}

/** The declared contract of a name; one of unknown payload where nothing is declared. */
type ContractNamed<Name extends string> = Name extends keyof DeclaredEvents ? DeclaredEvents[Name] : EventContract<Name>;

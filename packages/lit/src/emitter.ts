import type { AnyEventContract, DeclaredEvents, EmitOptions, EventContract, EventName, EventOf, InputOf } from '@busbar/core';
import type { BusHost } from './bus-host.ts';
import { busOf } from './bus-of.ts';
import type { BusControllerOptions } from './follow-bus.ts';
import { type MaybeGetter, read } from './maybe-getter.ts';

/**
 * Gives a function that emits one kind of event, on the bus of its host.
 *
 * It may be called at any time after the host was connected, also when it no longer is. It throws what `bus.emit` throws,
 * and an Error while there is no bus.
 *
 * @example
 * class AddButton extends LitElement {
 *   #add = emitter(this, cart.itemAdded);
 *   render() {
 *     return html`<button @click=${() => this.#add({ sku: 'A-1', quantity: 1 })}>Add</button>`;
 *   }
 * }
 */
export function emitter<Contract extends AnyEventContract>(
  host: BusHost,
  contract: MaybeGetter<Contract>,
  options?: MaybeGetter<BusControllerOptions>,
): (data: InputOf<Contract>, options?: EmitOptions) => EventOf<Contract>;
export function emitter<Name extends EventName>(
  host: BusHost,
  name: MaybeGetter<Name>,
  options?: MaybeGetter<BusControllerOptions>,
): (data: InputOf<ContractNamed<Name>>, options?: EmitOptions) => EventOf<ContractNamed<Name>>;
export function emitter(
  host: BusHost,
  contract: MaybeGetter<AnyEventContract>,
  options?: MaybeGetter<BusControllerOptions>,
): (data: unknown, options?: EmitOptions) => unknown {
  const bus = busOf(host, options);
  return (data, options) => bus().emit(read(contract), data, options);
}

/** The declared contract of a name; one of unknown payload where nothing is declared. */
type ContractNamed<Name extends string> = Name extends keyof DeclaredEvents ? DeclaredEvents[Name] : EventContract<Name>;

import type { Signal, ValueEqualityFn } from '@angular/core';
import type { AnyEventContract, DeclaredEvents, OutputOf, Readable } from '@busbar/core';
import { inDevelopment } from './development.ts';
import { assertContext, type InjectorOption, inContext } from './in-context.ts';
import { busHere, injectBus } from './inject-bus.ts';
import type { Reactive } from './reactive.ts';
import { signalOf } from './signal-of.ts';

/** How `injectEventState` reads. */
export interface InjectEventStateOptions<Value> extends InjectorOption {
  /** Answers whether two values are the same, so that nobody is told of a change. Default `Object.is`. */
  readonly compare?: ValueEqualityFn<Value>;
}

/** What stands for the payload until there is one. */
export interface Initial<Payload> {
  readonly initial: Payload;
}

/** What is wanted of the payload; may read other signals. Not called while there is neither payload nor `initial`. */
export interface Select<Payload, Value> {
  readonly select: (payload: Payload) => Value;
}

/** A contract, or the name of one that the compiler knows. */
type ContractOrName = AnyEventContract | (keyof DeclaredEvents & string);
type PayloadOf<Of> = OutputOf<Of extends keyof DeclaredEvents ? DeclaredEvents[Of] : Of>;

/**
 * Gives the newest payload of a contract as a signal, for as long as its owner lives.
 *
 * It has the retained payload from the first read on, so the first rendering shows it, and misses no event that follows.
 * It changes in the microtask after an emit. A contract without `retain` is kept from this call on. One that is a signal
 * or a function is followed to the next one.
 *
 * @throws Error where no bus is provided, NG0203 outside an injection context unless `injector` is given, and the errors
 * of `bus.latest`.
 * @example
 * readonly orders = injectEventState(checkout.ordersChanged, { initial: { orders: [] }, select: ({ orders }) => orders });
 */
export function injectEventState<Contract extends ContractOrName, Value>(
  contract: Reactive<Contract>,
  options: InjectEventStateOptions<Value> & Initial<PayloadOf<Contract>> & Select<PayloadOf<Contract>, Value>,
): Signal<Value>;
export function injectEventState<Contract extends ContractOrName, Value>(
  contract: Reactive<Contract>,
  options: InjectEventStateOptions<Value> & Select<PayloadOf<Contract>, Value>,
): Signal<Value | undefined>;
export function injectEventState<Contract extends ContractOrName>(
  contract: Reactive<Contract>,
  options: InjectEventStateOptions<PayloadOf<Contract>> & Initial<PayloadOf<Contract>>,
): Signal<PayloadOf<Contract>>;
export function injectEventState<Contract extends ContractOrName>(
  contract: Reactive<Contract>,
  options?: InjectEventStateOptions<PayloadOf<Contract>>,
): Signal<PayloadOf<Contract> | undefined>;
export function injectEventState(
  contract: Reactive<ContractOrName>,
  {
    initial,
    select = (payload) => payload,
    compare = Object.is,
    injector,
  }: InjectEventStateOptions<unknown> & Partial<Initial<unknown> & Select<unknown, unknown>> = {},
): Signal<unknown> {
  if (inDevelopment) assertContext(injectEventState, injector);
  // None at all would be nothing to follow.
  if (inDevelopment && !contract) injectBus({ injector }).latest(contract);
  return inContext(injector, () =>
    signalOf(
      contract,
      busHere().latest as (contract: ContractOrName) => Readable<unknown>,
      (payload: unknown = initial) => (payload === undefined ? payload : select(payload)),
      (one, other) => (one === undefined || other === undefined ? one === other : compare(one, other)),
    ),
  );
}

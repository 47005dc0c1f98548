import { computed, type Signal, signal, type ValueEqualityFn } from '@angular/core';
import type { AnyEventContract, OutputOf } from '@busbar/core';
import { type InjectorOption, inContext } from './in-context.ts';
import { busHere } from './inject-bus.ts';
import { untilDestroyed } from './until-destroyed.ts';

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
  select(payload: Payload): Value;
}

/**
 * Gives the newest payload of a contract as a signal, for as long as its owner lives.
 *
 * It has the retained payload from the first read on, so the first rendering shows it, and misses no event that follows.
 * It changes in the microtask after an emit. A contract without `retain` is kept from this call on.
 *
 * @throws Error where no bus is provided, NG0203 outside an injection context unless `injector` is given, and the errors
 * of `bus.latest`.
 * @example
 * readonly orders = injectEventState(checkout.ordersChanged, { initial: { orders: [] }, select: ({ orders }) => orders });
 */
export function injectEventState<Contract extends AnyEventContract, Value>(
  contract: Contract,
  options: InjectEventStateOptions<Value> & Initial<OutputOf<Contract>> & Select<OutputOf<Contract>, Value>,
): Signal<Value>;
export function injectEventState<Contract extends AnyEventContract, Value>(
  contract: Contract,
  options: InjectEventStateOptions<Value> & Select<OutputOf<Contract>, Value>,
): Signal<Value | undefined>;
export function injectEventState<Contract extends AnyEventContract>(
  contract: Contract,
  options: InjectEventStateOptions<OutputOf<Contract>> & Initial<OutputOf<Contract>>,
): Signal<OutputOf<Contract>>;
export function injectEventState<Contract extends AnyEventContract>(
  contract: Contract,
  options?: InjectEventStateOptions<OutputOf<Contract>>,
): Signal<OutputOf<Contract> | undefined>;
export function injectEventState(
  contract: AnyEventContract,
  {
    initial,
    select,
    compare,
    injector,
  }: InjectEventStateOptions<unknown> & Partial<Initial<unknown> & Select<unknown, unknown>> = {},
): Signal<unknown> {
  return inContext(injectEventState, injector, () => {
    const source = busHere().latest(contract);
    const newest = signal<unknown>(source.get());
    untilDestroyed(() => source.subscribe((payload) => newest.set(payload)));
    const value = () => {
      const payload = newest() === undefined ? initial : newest();
      return select && payload !== undefined ? select(payload) : payload;
    };
    const same = (one: unknown, other: unknown) =>
      compare && one !== undefined && other !== undefined ? compare(one, other) : Object.is(one, other);
    return computed(value, { equal: same });
  });
}

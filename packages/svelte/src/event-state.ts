import type { AnyEventContract, DeclaredEvents, OutputOf } from '@busbar/core';
import { type BusOption, busOf } from './bus-of.ts';
import { type Current, currentOf, type Look } from './current.ts';
import { type MaybeGetter, read } from './maybe-getter.ts';

/** A contract, or the name of one that the compiler knows. */
type ContractOrName = AnyEventContract | (keyof DeclaredEvents & string);
type PayloadOf<Asked> = OutputOf<Asked extends keyof DeclaredEvents ? DeclaredEvents[Asked] : Asked>;

/** What every call of `eventState` takes. */
export interface EventStateOptions<Value> extends BusOption {
  /** Answers whether two values are the same to those who read them. Default `Object.is`. */
  readonly compare?: (previous: Value, next: Value) => boolean;
}

/**
 * Gives the newest payload of a contract as `current`.
 *
 * Before the first event it is `initial`, else `undefined`. With `select` it is what that makes of the payload, and nothing
 * that reads it runs again until `compare` finds the next selection different. It changes in the microtask after an emit. The
 * bus is listened to only while a template or an effect reads it. A `select` or `compare` that throws does so where it is
 * read, so in the nearest error boundary; the bus goes on.
 *
 * @example
 * const count = eventState(cart.changed, { select: (state) => state?.lines.length ?? 0 });
 * const doubled = $derived(count.current * 2);
 */
export function eventState<Asked extends ContractOrName, Selection>(
  contract: MaybeGetter<Asked>,
  options: MaybeGetter<
    EventStateOptions<Selection> & {
      readonly initial: PayloadOf<Asked>;
      readonly select: (value: PayloadOf<Asked>) => Selection;
    }
  >,
): Current<Selection>;
export function eventState<Asked extends ContractOrName, Selection>(
  contract: MaybeGetter<Asked>,
  options: MaybeGetter<EventStateOptions<Selection> & { readonly select: (value: PayloadOf<Asked> | undefined) => Selection }>,
): Current<Selection>;
export function eventState<Asked extends ContractOrName>(
  contract: MaybeGetter<Asked>,
  options: MaybeGetter<EventStateOptions<PayloadOf<Asked>> & { readonly initial: PayloadOf<Asked> }>,
): Current<PayloadOf<Asked>>;
export function eventState<Asked extends ContractOrName>(
  contract: MaybeGetter<Asked>,
  options?: MaybeGetter<EventStateOptions<PayloadOf<Asked> | undefined>>,
): Current<PayloadOf<Asked> | undefined>;
export function eventState(
  contract: MaybeGetter<AnyEventContract>,
  options: MaybeGetter<Look & BusOption> = {},
): Current<unknown> {
  const bus = busOf(options);
  return currentOf(
    () => [bus(), read(contract)],
    (from, asked) => from.latest(asked),
    options,
  );
}

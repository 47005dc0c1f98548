import type { AnyEventContract, Bus, DeclaredEvents, OutputOf } from '@busbar/core';
import { computed, type MaybeRefOrGetter, type ShallowRef, toValue } from 'vue';
import { busOf } from './bus-of.ts';
import { type Look, selected } from './selected.ts';

/** A contract, or the name of one that the compiler knows. */
type ContractOrName = AnyEventContract | (keyof DeclaredEvents & string);
type PayloadOf<Asked> = OutputOf<Asked extends keyof DeclaredEvents ? DeclaredEvents[Asked] : Asked>;

/** What every call of `useEventState` takes. */
export interface UseEventStateOptions<Value> {
  /** Answers whether two values are the same to the component. Default `Object.is`. */
  readonly compare?: (previous: Value, next: Value) => boolean;
  /** The bus to listen to. Default: the injected one. */
  readonly bus?: Bus;
}

/**
 * Gives the newest payload of a contract as a ref.
 *
 * Before the first event it holds `initial`, else `undefined`. With `select` it holds what that makes of the payload, and
 * nothing that reads it runs again until `compare` finds the next selection different. It changes in the microtask after
 * an emit, until the component or effect scope ends. A `select` or `compare` that throws does so where the ref is read, so
 * in Vue's error handling when that is a template; the bus goes on. Hydration begins with `initial`: give it what the server
 * rendered.
 *
 * @example
 * const count = useEventState(cart.changed, { select: (state) => state?.lines.length ?? 0 });
 */
export function useEventState<Asked extends ContractOrName, Selection>(
  contract: MaybeRefOrGetter<Asked>,
  options: MaybeRefOrGetter<
    UseEventStateOptions<Selection> & {
      readonly initial: PayloadOf<Asked>;
      readonly select: (value: PayloadOf<Asked>) => Selection;
    }
  >,
): Readonly<ShallowRef<Selection>>;
export function useEventState<Asked extends ContractOrName, Selection>(
  contract: MaybeRefOrGetter<Asked>,
  options: MaybeRefOrGetter<
    UseEventStateOptions<Selection> & { readonly select: (value: PayloadOf<Asked> | undefined) => Selection }
  >,
): Readonly<ShallowRef<Selection>>;
export function useEventState<Asked extends ContractOrName>(
  contract: MaybeRefOrGetter<Asked>,
  options: MaybeRefOrGetter<UseEventStateOptions<PayloadOf<Asked>> & { readonly initial: PayloadOf<Asked> }>,
): Readonly<ShallowRef<PayloadOf<Asked>>>;
export function useEventState<Asked extends ContractOrName>(
  contract: MaybeRefOrGetter<Asked>,
  options?: MaybeRefOrGetter<UseEventStateOptions<PayloadOf<Asked> | undefined>>,
): Readonly<ShallowRef<PayloadOf<Asked> | undefined>>;
export function useEventState(
  contract: MaybeRefOrGetter<AnyEventContract>,
  options: MaybeRefOrGetter<Look & { readonly bus?: Bus }> = {},
): Readonly<ShallowRef<unknown>> {
  const bus = busOf(options);
  const asked = computed(() => toValue(contract));
  return selected(() => bus.value.latest(asked.value), options, true);
}

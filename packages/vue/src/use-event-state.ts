import type { AnyEventContract, Bus, OutputOf } from '@busbar/core';
import { computed, getCurrentInstance, type MaybeRefOrGetter, onMounted, type ShallowRef, shallowRef, toValue } from 'vue';
import { follow } from './follow.ts';
import { isServerRendering } from './is-server-rendering.ts';
import { useBus } from './use-bus.ts';

/** What every call of `useEventState` takes. */
export interface UseEventStateOptions<Value> {
  /** Answers whether two values are the same to the component. Default `Object.is`. */
  compare?(previous: Value, next: Value): boolean;
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
export function useEventState<Contract extends AnyEventContract, Selection>(
  contract: MaybeRefOrGetter<Contract>,
  options: UseEventStateOptions<Selection> & {
    readonly initial: OutputOf<Contract>;
    select(value: OutputOf<Contract>): Selection;
  },
): Readonly<ShallowRef<Selection>>;
export function useEventState<Contract extends AnyEventContract, Selection>(
  contract: MaybeRefOrGetter<Contract>,
  options: UseEventStateOptions<Selection> & { select(value: OutputOf<Contract> | undefined): Selection },
): Readonly<ShallowRef<Selection>>;
export function useEventState<Contract extends AnyEventContract>(
  contract: MaybeRefOrGetter<Contract>,
  options: UseEventStateOptions<OutputOf<Contract>> & { readonly initial: OutputOf<Contract> },
): Readonly<ShallowRef<OutputOf<Contract>>>;
export function useEventState<Contract extends AnyEventContract>(
  contract: MaybeRefOrGetter<Contract>,
  options?: UseEventStateOptions<OutputOf<Contract> | undefined>,
): Readonly<ShallowRef<OutputOf<Contract> | undefined>>;
export function useEventState(contract: MaybeRefOrGetter<AnyEventContract>, look: Look = {}): Readonly<ShallowRef<unknown>> {
  const latest = latestOf(contract, look.bus ?? useBus());
  const { initial, select = (value) => value, compare = Object.is } = look;
  let kept: { selection: unknown } | undefined;
  return computed(() => {
    const selection = select(latest.value === undefined ? initial : latest.value);
    if (!kept || !compare(kept.selection, selection)) kept = { selection };
    return kept.selection;
  });
}

interface Look extends UseEventStateOptions<unknown> {
  readonly initial?: unknown;
  select?(value: unknown): unknown;
}

function latestOf(contract: MaybeRefOrGetter<AnyEventContract>, bus: Bus): ShallowRef<unknown> {
  let readable = bus.latest(toValue(contract));
  const latest = shallowRef<unknown>();
  const look = (): void => {
    latest.value = readable.get();
  };
  // A browser's hub may hold other events than the server's did, so hydration begins as the server did without any.
  if (getCurrentInstance()?.vnode.el) onMounted(look);
  else look();
  if (isServerRendering()) return latest;
  follow(
    () => toValue(contract),
    (now, before) => {
      readable = bus.latest(now);
      if (before) look();
      return readable.subscribe(look);
    },
  );
  return latest;
}

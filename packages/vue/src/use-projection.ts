import type { Readable } from '@busbar/core';
import { type MaybeRefOrGetter, type ShallowRef, toValue } from 'vue';
import { type Look, selected } from './selected.ts';

/** What `useProjection` takes beside the readable value and `select`. */
export interface UseProjectionOptions<Value> {
  /** Answers whether two values are the same to the component. Default `Object.is`. */
  readonly compare?: (previous: Value, next: Value) => boolean;
}

/**
 * Gives a readable value as a ref: a projection, or anything else with `get` and `subscribe`. It needs no bus.
 *
 * With `select` it holds what that makes of the value, and nothing that reads it runs again until `compare` finds the next
 * selection different. It goes on until the component or effect scope ends; rendering on a server subscribes nothing.
 *
 * @example
 * const lines = useProjection(cartLines, (state) => state.lines.length);
 */
export function useProjection<Value, Selection = Value>(
  readable: MaybeRefOrGetter<Readable<Value>>,
  select?: (value: Value) => Selection,
  options?: MaybeRefOrGetter<UseProjectionOptions<Selection>>,
): Readonly<ShallowRef<Selection>>;
export function useProjection(
  readable: MaybeRefOrGetter<Readable<unknown>>,
  select?: Look['select'],
  options?: MaybeRefOrGetter<Look>,
): Readonly<ShallowRef<unknown>> {
  return selected(
    () => toValue(readable),
    () => ({ ...toValue(options), select }),
  );
}

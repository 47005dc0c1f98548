import type { Readable } from '@busbar/core';
import { type Current, currentOf, type Look } from './current.ts';
import { type MaybeGetter, read } from './maybe-getter.ts';

/** What `projection` takes beside the readable value and `select`. */
export interface ProjectionOptions<Value> {
  /** Answers whether two values are the same to those who read them. Default `Object.is`. */
  readonly compare?: (previous: Value, next: Value) => boolean;
}

/**
 * Gives a readable value as `current`: a projection, or anything else with `get` and `subscribe`. It needs no bus.
 *
 * With `select` it is what that makes of the value, and nothing that reads it runs again until `compare` finds the next
 * selection different. The value is observed only while a template or an effect reads it.
 *
 * @example
 * const lines = projection(cartLines, (state) => state.lines.length);
 */
export function projection<Value, Selection = Value>(
  readable: MaybeGetter<Readable<Value>>,
  select?: (value: Value) => Selection,
  options?: MaybeGetter<ProjectionOptions<Selection>>,
): Current<Selection>;
export function projection(
  readable: MaybeGetter<Readable<unknown>>,
  select?: Look['select'],
  options?: MaybeGetter<Look>,
): Current<unknown> {
  return currentOf(
    () => [read(readable)],
    (source) => source,
    () => ({ ...read(options), select }),
  );
}

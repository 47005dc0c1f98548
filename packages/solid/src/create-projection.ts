import type { Readable } from '@busbar/core';
import type { Accessor } from 'solid-js';
import { follow, type Look } from './follow.ts';
import { type MaybeAccessor, read } from './maybe-accessor.ts';

/** What `createProjection` takes beside what it reads. */
export interface CreateProjectionOptions<Value> {
  /** Answers whether two values are the same to the component. Default `Object.is`. */
  readonly compare?: (previous: Value, next: Value) => boolean;
}

/**
 * Gives the value of a readable, such as a projection, as an accessor; with `select`, what that makes of it.
 *
 * Nothing that reads it runs again until `compare` finds the next value different. It needs no provider, since a readable
 * knows its bus. Rendered on a server and hydrated, it gives what the readable of each holds: let both hold the same.
 *
 * @example
 * const total = createProjection(totals, (state) => state.total);
 */
export function createProjection<Value>(
  readable: MaybeAccessor<Readable<Value>>,
  select?: undefined,
  options?: CreateProjectionOptions<Value>,
): Accessor<Value>;
export function createProjection<Value, Selection>(
  readable: MaybeAccessor<Readable<Value>>,
  select: (value: Value) => Selection,
  options?: CreateProjectionOptions<Selection>,
): Accessor<Selection>;
export function createProjection(
  readable: MaybeAccessor<Readable<unknown>>,
  select?: (value: unknown) => unknown,
  options?: CreateProjectionOptions<unknown>,
): Accessor<unknown> {
  return follow(
    () => read(readable),
    () => ({ ...options, select }) as Look,
    false,
  );
}

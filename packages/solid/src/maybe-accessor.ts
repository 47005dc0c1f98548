import type { Accessor } from 'solid-js';

/** A value, or an accessor of one that may change. */
export type MaybeAccessor<Value> = Value | Accessor<Value>;

/** Gives the value now, and lets a computation that runs hear when it changes. */
export function read<Value>(given: MaybeAccessor<Value>): Value {
  return typeof given === 'function' ? (given as Accessor<Value>)() : given;
}

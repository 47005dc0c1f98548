/** A value, or a function that reads it anew: what it reads of runes is followed. */
export type MaybeGetter<Value> = Value | (() => Value);

/** The value of now. */
export function read<Value>(given: MaybeGetter<Value>): Value {
  return typeof given === 'function' ? (given as () => Value)() : given;
}

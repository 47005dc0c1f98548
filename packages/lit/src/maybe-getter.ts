/** A value, or a function that gives it: called when the host connects, before each of its updates, and when it is needed. */
export type MaybeGetter<Value> = Value | (() => Value);

export function read<Value>(given: MaybeGetter<Value>): Value {
  return typeof given === 'function' ? (given as () => Value)() : given;
}

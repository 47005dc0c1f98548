/** A value, or a signal or function that gives it and may give another one later. */
export type Reactive<Value> = Value | (() => Value);

/** What it gives now. Contracts, options and names are no functions. */
export function read<Value>(given: Reactive<Value>): Value {
  return typeof given === 'function' ? (given as () => Value)() : given;
}

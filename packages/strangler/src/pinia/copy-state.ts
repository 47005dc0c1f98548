/**
 * Copies what a store holds, so that later changes do not reach the copy. Objects of other classes than those of the language
 * are handed on as they are.
 */
export function copyState<State>(state: State, copies = new Map<unknown, unknown>()): State {
  if (typeof state !== 'object' || state === null) return state;
  if (copies.has(state)) return copies.get(state) as State;
  const again = (value: unknown) => copyState(value, copies);
  const begin = <Copy>(copy: Copy): Copy => {
    copies.set(state, copy);
    return copy;
  };
  if (Array.isArray(state)) fillArray(begin([]), state, again);
  else if (state instanceof Map) fillMap(begin(new Map()), state, again);
  else if (state instanceof Set) fillSet(begin(new Set()), state, again);
  else if (state instanceof Date) begin(new Date(state));
  else if (isPlain(state)) fillObject(begin(Object.create(Object.getPrototypeOf(state))), state, again);
  return (copies.get(state) ?? state) as State;
}

type Again = (value: unknown) => unknown;

function fillArray(copy: unknown[], state: readonly unknown[], again: Again): void {
  for (const value of state) copy.push(again(value));
}

function fillMap(copy: Map<unknown, unknown>, state: ReadonlyMap<unknown, unknown>, again: Again): void {
  for (const [key, value] of state) copy.set(again(key), again(value));
}

function fillSet(copy: Set<unknown>, state: ReadonlySet<unknown>, again: Again): void {
  for (const value of state) copy.add(again(value));
}

/** Defined and not assigned, since a key may be `__proto__`. */
function fillObject(copy: object, state: object, again: Again): void {
  for (const [key, value] of Object.entries(state)) {
    Object.defineProperty(copy, key, { configurable: true, enumerable: true, writable: true, value: again(value) });
  }
}

function isPlain(state: object): boolean {
  const prototype = Object.getPrototypeOf(state);
  return prototype === null || prototype === Object.prototype;
}

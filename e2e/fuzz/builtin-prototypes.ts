const prototypes = [Object, Array, Function, String, Number, Boolean, BigInt, Symbol, Error, Promise, Map, Set, RegExp, Date].map(
  ({ prototype }) => prototype as object,
);

/** The keys of what everything inherits from, to be compared: pollution adds one. */
export function prototypeKeys(): string {
  return prototypes.map((prototype) => Reflect.ownKeys(prototype).map(String).join()).join(';');
}

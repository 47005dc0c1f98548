import * as fc from 'fast-check';

/** A value, or none: that is what programs are shrunk to. */
export function perhaps<Value>(one: number, of: number, value: fc.Arbitrary<Value>): fc.Arbitrary<Value | undefined> {
  return fc.oneof(
    { withCrossShrink: true },
    { weight: of - one, arbitrary: fc.constant(undefined) },
    { weight: one, arbitrary: value },
  );
}

/** Leaves out what is undefined: programs are short to read. */
export function sparse<Value extends object>(fields: { [Key in keyof Value]: fc.Arbitrary<Value[Key]> }): fc.Arbitrary<Value> {
  return fc
    .record(fields)
    .map((value) => Object.fromEntries(Object.entries(value).filter(([, field]) => field !== undefined)) as Value);
}

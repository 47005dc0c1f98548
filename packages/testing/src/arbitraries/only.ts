import type { Arbitrary } from 'fast-check';

const mostMisses = 10_000;

/** Keeps to values that fit, and gives up with an error where hardly any does, instead of looking for ever. */
export function only<Value>(arbitrary: Arbitrary<Value>, fits: (value: Value) => boolean, what: string): Arbitrary<Value> {
  let misses = 0;
  return arbitrary.filter((value) => {
    if (fits(value)) {
      misses = 0;
      return true;
    }
    if (++misses > mostMisses)
      throw new Error(
        `${what}: of ${mostMisses} values made by its JSON Schema none was accepted. Write an arbitrary of your own for it.`,
      );
    return false;
  });
}

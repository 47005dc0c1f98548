import * as fc from 'fast-check';
import { type Recipe, recipesOf } from './recipe.ts';

/** Texts that somebody has tripped over: keys of prototypes, lone surrogates, control characters, other directions. */
export const texts: fc.Arbitrary<string> = fc.oneof(
  fc.constantFrom(
    '',
    ' ',
    '5',
    'a',
    'then',
    'toJSON',
    'constructor',
    '__proto__',
    '\ud800',
    'x\udc00y',
    '\u0000',
    '\u202e',
    '\r\n',
  ),
  fc.string({ maxLength: 8 }),
  fc.string({ unit: 'binary', maxLength: 8 }),
);

/** Numbers that are no use as a count, a time or a version. */
export const oddNumbers: fc.Arbitrary<number> = fc.oneof(
  fc.constantFrom(Number.NaN, -0, -1, 0.5, 2 ** 31, 2 ** 53, 1e308, 5e-324, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY),
  fc.double(),
  fc.integer(),
);

/** Every kind of primitive but symbols. */
export const scalars: fc.Arbitrary<Recipe> = recipesOf<unknown>(
  fc.oneof(texts, oddNumbers, fc.constantFrom(null, undefined, true, false), fc.bigInt(), fc.constantFrom(0n, -1n, 2n ** 70n)),
);

/** How many, mostly small. */
export const counts: fc.Arbitrary<Recipe> = recipesOf<unknown>(
  fc.oneof(fc.nat(3), fc.nat(3), fc.constantFrom(1e9, Number.POSITIVE_INFINITY, '5')),
);

/** How long an event lives: not at all, or for longer than a trial. What lies between would depend on the machine. */
export const lifetimes: fc.Arbitrary<Recipe> = recipesOf(
  fc.constantFrom(0, -1, 5e-324, -1e308, 1e9, 1e308, Number.POSITIVE_INFINITY),
);

/** How long. Nobody waits for real. */
export const milliseconds: fc.Arbitrary<Recipe> = recipesOf(fc.oneof(fc.constantFrom(0, 1, 50, 1e12), fc.nat(100)));

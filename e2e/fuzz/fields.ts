import * as fc from 'fast-check';
import { type Recipe, recipe } from './recipe.ts';
import type { World } from './world.ts';

/** What a getter or a trap answers, given what an honest one would. */
export type Reading = (honest: unknown) => unknown;

const callingBack = fc.nat(9).map((how) =>
  recipe<Reading>(`meddles ${how}`, ({ meddle }) => (honest) => {
    meddle(how);
    return honest;
  }),
);

export const readings: fc.Arbitrary<Recipe<Reading>> = fc.oneof(
  fc.constantFrom(
    recipe<Reading>(
      'throws',
      ({ throws }) =>
        () =>
          throws(new Error('unreadable')),
    ),
    recipe<Reading>(
      'throws undefined',
      ({ throws }) =>
        () =>
          throws(undefined),
    ),
    recipe<Reading>('throws later', ({ throws }) => afterTheFirst(() => throws(new Error('unreadable now')))),
    recipe<Reading>('changes', () => afterTheFirst(() => () => {})),
  ),
  callingBack,
);

/** Honest once. */
function afterTheFirst(then: () => unknown): Reading {
  let asked = 0;
  return (honest) => (asked++ ? then() : honest);
}

/** One property of an object to be: a value, or a getter that answers for it. */
export interface Field {
  readonly key: string;
  readonly value: Recipe;
  readonly reading: Recipe<Reading> | undefined;
}

/** A property; one in `rarity` is a getter. */
export function fieldOf(key: fc.Arbitrary<string>, value: fc.Arbitrary<Recipe>, rarity: number): fc.Arbitrary<Field> {
  const reading = fc.oneof({ weight: rarity - 1, arbitrary: fc.constant(undefined) }, { weight: 1, arbitrary: readings });
  return fc.record({ key, value, reading });
}

/** An object of fields. Keys such as `__proto__` become its own. */
export function objectOf(fields: readonly Field[], prototype: object | null = Object.prototype): Recipe<object> {
  const text = fields.map(
    ({ key, value, reading }) => `${JSON.stringify(key)}: ${reading ? `getter that ${reading.text}: ` : ''}${value.text}`,
  );
  const isRubbish = fields.some(({ value, reading }) => value.isRubbish || reading);
  return recipe(`{ ${text.join(', ')} }`, (world) => made(fields, prototype, world), isRubbish);
}

function made(fields: readonly Field[], prototype: object | null, world: World): object {
  const object = Object.create(prototype);
  for (const { key, value, reading } of fields) {
    const own = value.make(world);
    const read = reading?.make(world);
    const how = read ? { get: () => read(own) } : { value: own, writable: true };
    Object.defineProperty(object, key, { ...how, enumerable: true, configurable: true });
  }
  return object;
}

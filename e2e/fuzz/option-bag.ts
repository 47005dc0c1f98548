import * as fc from 'fast-check';
import { type Field, fieldOf, objectOf } from './fields.ts';
import { asRubbish, type Recipe, recipe } from './recipe.ts';
import { values } from './values.ts';

/** An object of options, or what is none. */
export interface OptionBag extends Recipe {
  /** None where it is no object of options. */
  readonly fields: readonly Field[];
}

/** A bag with a few of these options, most of which fit, beside those that it needs; now and then anything at all instead. */
export function bagOf(
  fits: Readonly<Record<string, fc.Arbitrary<Recipe>>>,
  needed: readonly Field[] = [],
): fc.Arbitrary<OptionBag> {
  const field = fc.oneof(
    ...Object.entries(fits).map(([key, fitting]) => {
      const value = fc.oneof({ weight: 12, arbitrary: fitting }, { weight: 1, arbitrary: asRubbish(values) });
      return fieldOf(fc.constant(key), value, 40);
    }),
  );
  const bags = fc.uniqueArray(field, { selector: ({ key }) => key, maxLength: 4 }).map((some) => {
    const keys = some.map(({ key }) => key);
    return bagWith([...needed.filter(({ key }) => !keys.includes(key)), ...some]);
  });
  const rubbish = asRubbish(values).map((value): OptionBag => ({ ...value, fields: [], kind: 'option bag' }));
  return fc.oneof({ weight: 30, arbitrary: bags }, { weight: 1, arbitrary: rubbish });
}

/** A bag with exactly these fields. */
export function bagWith(fields: readonly Field[]): OptionBag {
  return { ...objectOf(fields), fields, kind: 'option bag' };
}

/** A field that is always the same. */
export function fixed(key: string, text: string, make: Recipe['make']): Field {
  return { key, value: recipe(text, make), reading: undefined };
}

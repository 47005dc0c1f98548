import { describe, expect, it } from 'vitest';
import type { Difference } from '../compare/difference.ts';
import type { DifferenceType } from '../compare/difference-types.ts';
import { advise } from './advise.ts';

function difference(type: DifferenceType, path = '#/properties/price'): Difference {
  return { type, path, breaking: true, message: '' };
}

describe('advice', () => {
  it.each<[DifferenceType, RegExp, RegExp]>([
    ['REQUIRED_ATTRIBUTE_ADDED', /Make "price" optional, or give it a default/, /Keep "price" in what is published/],
    ['REQUIRED_PROPERTY_ADDED_TO_OPEN_CONTENT_MODEL', /Make "price" optional/, /Keep "price" in what is published/],
    ['PROPERTY_REMOVED_FROM_CLOSED_CONTENT_MODEL', /Keep "price", as an optional field/, /Leave "price" out/],
    ['OPTIONAL_PROPERTY_ADDED_TO_OPEN_CONTENT_MODEL', /whatever older emitters may send/, /Keep "price" in the schema/],
    ['ENUM_ARRAY_NARROWED', /Keep accepting the values of "price"/, /Publish no value of "price" that readers/],
    ['SUM_TYPE_NARROWED', /every alternative of "price"/, /only alternatives of "price"/],
    ['TYPE_CHANGED', /Keep the type of "price", and add another field/, /Keep the type of "price"/],
    ['MAX_LENGTH_DECREASED', /Keep accepting in "price" all/, /Publish in "price" only what readers/],
    ['RULE_ADDED', /by the new rule only what is published from now on/, /Keep the rule/],
  ])('about %s depends on who reads what', (type, backward, forward) => {
    expect(advise([difference(type)], 'backward', 1)).toMatch(backward);
    expect(advise([difference(type)], 'forward', 1)).toMatch(forward);
  });

  it('ends with the casts and lanes that make any break legal', () => {
    expect(advise([difference('TYPE_CHANGED')], 'backward', 3)).toMatch(
      /Or write an upcast from version 3, or begin a new major lane\.$/,
    );
    expect(advise([difference('TYPE_CHANGED')], 'forward', 3)).toMatch(/Or write a downcast to version 3/);
  });

  it('is said once for differences of a kind, and is of two kinds at most', () => {
    const types = ['TYPE_CHANGED', 'TYPE_NARROWED', 'ENUM_ARRAY_CHANGED', 'RULE_ADDED'] as const;
    const advice = advise(
      types.map((type) => difference(type)),
      'backward',
      1,
    );
    expect(advice.match(/\. /g)).toHaveLength(2);
  });
});

import { describe, expect, it } from 'vitest';
import type { JsonSchemaObject } from '../../json-schema/json-schema.ts';
import { listedDifferences } from '../listed-differences.test.fixture.ts';

const upper = [
  ['string', 'maxLength', 'MAX_LENGTH'],
  ['number', 'maximum', 'MAXIMUM'],
  ['number', 'exclusiveMaximum', 'EXCLUSIVE_MAXIMUM'],
  ['object', 'maxProperties', 'MAX_PROPERTIES'],
  ['array', 'maxItems', 'MAX_ITEMS'],
  ['array', 'maxContains', 'MAX_CONTAINS'],
] as const;
const lower = [
  ['string', 'minLength', 'MIN_LENGTH'],
  ['number', 'minimum', 'MINIMUM'],
  ['number', 'exclusiveMinimum', 'EXCLUSIVE_MINIMUM'],
  ['object', 'minProperties', 'MIN_PROPERTIES'],
  ['array', 'minItems', 'MIN_ITEMS'],
  ['array', 'minContains', 'MIN_CONTAINS'],
] as const;

/** Bounds of what is contained say nothing without `contains`. */
function holding(type: string): JsonSchemaObject {
  return type === 'array' ? { contains: true } : {};
}

describe('A bound', () => {
  it.each([...upper, ...lower])('of a %s by `%s` may be dropped and not be added', (type, keyword, name) => {
    const free = { type, ...holding(type) };
    const bound = { ...free, [keyword]: 3 };
    expect(listedDifferences(bound, free)).toEqual([`${name}_REMOVED #/${keyword}`]);
    expect(listedDifferences(free, bound)).toEqual([`${name}_ADDED #/${keyword} (breaking)`]);
  });

  it.each(upper)('of a %s by `%s` may be raised and not be lowered', (type, keyword, name) => {
    const low = { type, ...holding(type), [keyword]: 3 };
    const high = { ...low, [keyword]: 5 };
    expect(listedDifferences(low, high)).toEqual([`${name}_INCREASED #/${keyword}`]);
    expect(listedDifferences(high, low)).toEqual([`${name}_DECREASED #/${keyword} (breaking)`]);
  });

  it.each(lower)('of a %s by `%s` may be lowered and not be raised', (type, keyword, name) => {
    const low = { type, ...holding(type), [keyword]: 3 };
    const high = { ...low, [keyword]: 5 };
    expect(listedDifferences(low, high)).toEqual([`${name}_INCREASED #/${keyword} (breaking)`]);
    expect(listedDifferences(high, low)).toEqual([`${name}_DECREASED #/${keyword}`]);
  });

  it('of none that goes away where something has to be contained is tolerated, because one is asked for then', () => {
    const some = { type: 'array', contains: { type: 'string' } };
    expect(listedDifferences({ ...some, minContains: 0 }, some)).toEqual(['MIN_CONTAINS_REMOVED #/minContains (tolerated)']);
  });

  it('is judged without its flag in draft-04, where the flag is a keyword of its own', () => {
    const bound = { $schema: 'http://json-schema.org/draft-04/schema#', type: 'number', minimum: 3 };
    expect(listedDifferences(bound, { ...bound, exclusiveMinimum: true })).toEqual([
      'EXCLUSIVE_MINIMUM_ADDED #/exclusiveMinimum (unchecked)',
    ]);
    expect(listedDifferences({ ...bound, exclusiveMinimum: true }, { ...bound, minimum: 4, exclusiveMinimum: true })).toEqual([
      'MINIMUM_INCREASED #/minimum (breaking)',
    ]);
  });
});

import { describe, expect, it } from 'vitest';
import type { JsonSchema } from '../../json-schema/json-schema.ts';
import { listedDifferences } from '../listed-differences.test.fixture.ts';

type Row = readonly [title: string, original: JsonSchema, updated: JsonSchema, ...differences: string[]];

function check(rows: readonly Row[]): void {
  const cases = rows.map(([title, original, updated, ...differences]) => ({ title, original, updated, differences }));
  it.each(cases)('$title', ({ original, updated, differences }) => {
    expect(listedDifferences(original, updated)).toEqual(differences.sort());
  });
}

const string = { type: 'string' };
const number = { type: 'number' };
const short = { type: 'string', maxLength: 5 };
const shorter = { type: 'string', maxLength: 3 };
const boolean = { type: 'boolean' };
const gone = 'COMBINED_TYPE_SUBSCHEMAS_CHANGED #/ (breaking)';

describe('A plain schema', () => {
  check([
    ['may become one of several', string, { anyOf: [number, string] }, 'SUM_TYPE_EXTENDED #/'],
    [
      'may become exactly one of several, which is not certain',
      string,
      { oneOf: [number, string] },
      'SUM_TYPE_EXTENDED #/ (tolerated)',
    ],
    [
      'takes its differences along into a union',
      shorter,
      { anyOf: [number, short] },
      'SUM_TYPE_EXTENDED #/',
      'MAX_LENGTH_INCREASED #/maxLength',
    ],
    ['may not become none of several', boolean, { anyOf: [number, string] }, 'TYPE_CHANGED #/ (breaking)'],
    ['may not become all of several', string, { allOf: [string, short] }, 'TYPE_CHANGED #/ (breaking)'],
    ['may become the only one of several', string, { allOf: [string] }],
    ['may have been all of several', { allOf: [short, { pattern: 'a' }] }, short, 'PRODUCT_TYPE_NARROWED #/'],
    ['may not have been one of several', { anyOf: [string, number] }, string, 'TYPE_CHANGED #/ (breaking)'],
    ['may have been the only one of several', { oneOf: [string] }, string],
    ['may not have been one that is wider', { oneOf: [string] }, short, 'TYPE_CHANGED #/ (breaking)'],
  ]);
});

describe('Another keyword', () => {
  const changed = 'COMBINED_TYPE_CHANGED #/ (breaking)';
  const extended = 'COMBINED_TYPE_EXTENDED #/';
  const both = [string, number];
  check([
    ['may be `anyOf` after `oneOf`', { oneOf: both }, { anyOf: both }, extended],
    ['may be `anyOf` after `allOf`', { allOf: both }, { anyOf: both }, extended],
    ['may not be `oneOf` after `anyOf`', { anyOf: both }, { oneOf: both }, changed],
    ['may not be `allOf` after `anyOf`', { anyOf: both }, { allOf: both }, changed],
    ['may not be `oneOf` after `allOf`', { allOf: both }, { oneOf: both }, changed],
    ['may combine one schema as before', { anyOf: [string] }, { allOf: [string] }, extended],
    [
      'may be `oneOf` of several after a single one',
      { allOf: [string] },
      { oneOf: both },
      'COMBINED_TYPE_EXTENDED #/ (tolerated)',
      'SUM_TYPE_EXTENDED #/ (tolerated)',
    ],
    [
      'may combine one schema after `allOf`',
      { allOf: [string, short] },
      { oneOf: [string] },
      extended,
      'PRODUCT_TYPE_NARROWED #/',
    ],
  ]);
});

describe('The number of branches', () => {
  check([
    ['may grow in `anyOf`', { anyOf: [string, number] }, { anyOf: [boolean, string, number] }, 'SUM_TYPE_EXTENDED #/'],
    [
      'may grow in `oneOf`, which is not certain',
      { oneOf: [string, number] },
      { oneOf: [string, number, boolean] },
      'SUM_TYPE_EXTENDED #/ (tolerated)',
    ],
    [
      'may not shrink in `anyOf`',
      { anyOf: [string, number, boolean] },
      { anyOf: [string, number] },
      'SUM_TYPE_NARROWED #/ (breaking)',
    ],
    [
      'may shrink in `allOf`',
      { allOf: [string, short, { minLength: 1 }] },
      { allOf: [string, short] },
      'PRODUCT_TYPE_NARROWED #/',
    ],
    [
      'may not grow in `allOf`',
      { allOf: [string, short] },
      { allOf: [string, short, { minLength: 1 }] },
      'PRODUCT_TYPE_EXTENDED #/ (breaking)',
    ],
    ['does not count branches twice', { anyOf: [string, number, string] }, { anyOf: [string, number] }],
  ]);
});

describe('Branches', () => {
  check([
    ['may come in another order', { anyOf: [string, number, boolean] }, { anyOf: [boolean, string, number] }],
    [
      'are told by where the writer has them',
      { anyOf: [number, shorter] },
      { anyOf: [short, number] },
      'MAX_LENGTH_INCREASED #/anyOf/1/maxLength',
    ],
    [
      'have to find a partner each',
      { anyOf: [string, shorter] },
      { anyOf: [short, number] },
      gone,
      'MAX_LENGTH_INCREASED #/anyOf/1/maxLength',
    ],
    [
      'leave the only partner to the one that has no other',
      { anyOf: [shorter, short] },
      { anyOf: [short, { ...short, maxLength: 4 }] },
      'MAX_LENGTH_INCREASED #/anyOf/0/maxLength',
    ],
    ['say nothing where they have no partner', { allOf: [string, number] }, { allOf: [string, boolean] }, gone],
    [
      'may admit more in `oneOf`, which is not certain',
      { oneOf: [shorter, number] },
      { oneOf: [short, number] },
      'MAX_LENGTH_INCREASED #/oneOf/0/maxLength (tolerated)',
    ],
    [
      'may become a schema for anything, in `oneOf` without the rules seeing it',
      { oneOf: [shorter, number] },
      { oneOf: [{}, number] },
      'TYPE_EXTENDED #/oneOf/0 (unchecked)',
    ],
    [
      'are compared by the policy',
      { allOf: [{ properties: { a: string } }, { properties: {} }] },
      { allOf: [{ properties: { a: string, b: string } }, { properties: {} }] },
      gone,
    ],
  ]);

  it('have the least different partner', () => {
    const line = (...names: string[]) => ({
      type: 'object',
      properties: Object.fromEntries(names.map((name) => [name, string])),
      additionalProperties: false,
    });
    const open = { ...line('a'), additionalProperties: true };
    const original = { anyOf: [line('a'), line('b')] };
    expect(listedDifferences(original, { anyOf: [{ ...line('b'), additionalProperties: true }, open] })).toEqual([
      'ADDITIONAL_PROPERTIES_ADDED #/anyOf/0/additionalProperties',
      'ADDITIONAL_PROPERTIES_ADDED #/anyOf/1/additionalProperties',
    ]);
  });
});

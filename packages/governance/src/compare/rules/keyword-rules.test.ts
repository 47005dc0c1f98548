import { describe, expect, it } from 'vitest';
import type { JsonSchema } from '../../json-schema/json-schema.ts';
import { listedDifferences } from '../listed-differences.test.fixture.ts';

type Row = readonly [title: string, original: JsonSchema, updated: JsonSchema, ...differences: string[]];

function check(rows: readonly Row[]): void {
  const cases = rows.map(([title, original, updated, ...differences]) => ({ title, original, updated, differences }));
  it.each(cases)('$title', ({ original, updated, differences }) => {
    expect(listedDifferences(original, updated, 'strict')).toEqual(differences.sort());
    expect(listedDifferences(original, updated, 'lenient')).toEqual(differences);
  });
}

const string = { type: 'string' };
const number = { type: 'number' };
const integer = { type: 'integer' };

/** A condition, written so that nobody takes it for a promise. */
function whenText(schema: JsonSchema): JsonSchema {
  return Object.fromEntries([
    ['if', string],
    ['then', schema],
  ]);
}

describe('The type', () => {
  check([
    ['may go from integer to number', integer, number, 'TYPE_EXTENDED #/'],
    ['may not go from number to integer', number, integer, 'TYPE_NARROWED #/ (breaking)'],
    ['may not become another', string, { type: 'boolean' }, 'TYPE_CHANGED #/ (breaking)'],
    ['may be dropped', string, {}],
    ['may become `true`', string, true],
    ['may not be added to a schema for anything', {}, string, 'TYPE_CHANGED #/ (breaking)'],
    ['may follow `false`, which admits nothing', false, string],
    ['may not become `false`', string, false, 'TYPE_CHANGED #/ (breaking)'],
    ['may become one of a list', string, { type: ['string', 'null'] }, 'SUM_TYPE_EXTENDED #/'],
    ['may not lose one of a list', { type: ['string', 'null'] }, string, 'TYPE_CHANGED #/ (breaking)'],
    ['may become a list of itself', string, { type: ['string'] }],
    [
      'may lose one of three not either',
      { type: ['string', 'null', 'number'] },
      { type: ['string', 'null'] },
      'SUM_TYPE_NARROWED #/ (breaking)',
    ],
    ['is told by the keywords where it is not written', { minLength: 1 }, { maximum: 1 }, 'TYPE_CHANGED #/ (breaking)'],
    ['may be dropped beside its keywords', { ...string, minLength: 1 }, { minLength: 1 }],
    [
      'is not looked at where it is added to its keywords',
      { minLength: 1 },
      { ...string, minLength: 1 },
      'TYPE_NARROWED #/ (unchecked)',
    ],
  ]);
});

describe('Values that are listed', () => {
  check([
    ['may become more', { enum: ['a'] }, { enum: ['b', 'a'] }, 'ENUM_ARRAY_EXTENDED #/enum'],
    ['may not become fewer', { enum: ['a', 'b'] }, { enum: ['b'] }, 'ENUM_ARRAY_NARROWED #/enum (breaking)'],
    ['may not be swapped', { enum: ['a', 'b'] }, { enum: ['b', 'c'] }, 'ENUM_ARRAY_CHANGED #/enum (breaking)'],
    ['may come in another order', { enum: [{ a: 1, b: 2 }, 1] }, { enum: [1, { b: 2, a: 1 }] }],
    ['may become more beside a type', { ...string, enum: ['a'] }, { ...string, enum: ['a', 'b'] }, 'ENUM_ARRAY_EXTENDED #/enum'],
    [
      'may not become fewer beside a type',
      { ...string, enum: ['a', 'b'] },
      { ...string, enum: ['a'] },
      'COMBINED_TYPE_SUBSCHEMAS_CHANGED #/ (breaking)',
    ],
    ['may be dropped beside a type', { ...string, enum: ['a'] }, string, 'PRODUCT_TYPE_NARROWED #/'],
    ['may not be added to a type', string, { ...string, enum: ['a'] }, 'TYPE_CHANGED #/ (breaking)'],
    ['may not change as a constant', { const: 'a' }, { const: 'b' }, 'ENUM_ARRAY_CHANGED #/const (breaking)'],
    ['may not go from a constant to a list, even with it', { const: 'a' }, { enum: ['a'] }, 'TYPE_CHANGED #/ (breaking)'],
  ]);
});

describe('What a schema says about itself', () => {
  check([
    [
      'may change',
      { title: 'a', description: 'b', default: 1 },
      { title: 'b' },
      'TITLE_CHANGED #/title',
      'DESCRIPTION_CHANGED #/description',
      'DEFAULT_CHANGED #/default',
    ],
    [
      'may change in its identifier',
      { ...string, $id: 'https://shop.example/a' },
      { ...string, $id: 'https://shop.example/b' },
      'ID_CHANGED #/id',
    ],
    [
      'may change deep inside',
      { properties: { a: { title: 'x' } } },
      { properties: { a: { title: 'y' } } },
      'TITLE_CHANGED #/properties/a/title',
    ],
    ['goes without notice where a default is the same object', { default: { a: 1, b: 2 } }, { default: { b: 2, a: 1 } }],
  ]);
});

describe('A pattern', () => {
  check([
    ['may be dropped', { ...string, pattern: 'a' }, string, 'PATTERN_REMOVED #/pattern'],
    ['may not be added', string, { ...string, pattern: 'a' }, 'PATTERN_ADDED #/pattern (breaking)'],
    [
      'may not change, whatever it says',
      { ...string, pattern: 'a+' },
      { ...string, pattern: 'aa*' },
      'PATTERN_CHANGED #/pattern (breaking)',
    ],
  ]);
});

describe('A multiple', () => {
  const multipleOf = (value: number) => ({ ...number, multipleOf: value });
  check([
    ['may be dropped', multipleOf(2), number, 'MULTIPLE_OF_REMOVED #/multipleOf'],
    ['may not be added', number, multipleOf(2), 'MULTIPLE_OF_ADDED #/multipleOf (breaking)'],
    ['may become a divisor', multipleOf(6), multipleOf(3), 'MULTIPLE_OF_REDUCED #/multipleOf'],
    ['may become a decimal divisor', multipleOf(0.3), multipleOf(0.1), 'MULTIPLE_OF_REDUCED #/multipleOf'],
    ['may not become a multiple', multipleOf(3), multipleOf(6), 'MULTIPLE_OF_EXPANDED #/multipleOf (breaking)'],
    ['may not become something else', multipleOf(4), multipleOf(6), 'MULTIPLE_OF_CHANGED #/multipleOf (breaking)'],
  ]);
});

describe('Items', () => {
  const list = (items: JsonSchema) => ({ type: 'array', items });
  const any = { type: 'array' };
  check([
    ['may lose their schema', list(string), any, 'SCHEMA_REMOVED #/items'],
    ['may not get a schema', any, list(string), 'SCHEMA_ADDED #/items (breaking)'],
    ['are compared', list(integer), list(number), 'TYPE_EXTENDED #/items'],
    ['may be of any kind in other words', any, list(true)],
    ['may become any', list(string), list(true)],
    ['may not be held to a schema after any', list(true), list(string), 'TYPE_CHANGED #/items (breaking)'],
    ['may come where there were none', list(false), list(string)],
    ['may not be refused', any, list(false), 'ADDITIONAL_ITEMS_REMOVED #/additionalItems (breaking)'],
    ['may be let through', list(false), any, 'ADDITIONAL_ITEMS_ADDED #/additionalItems'],
    ['are compared deep inside', list(list(string)), list(list(number)), 'TYPE_CHANGED #/items/items (breaking)'],
    ['may become repeatable', { ...any, uniqueItems: true }, any, 'UNIQUE_ITEMS_REMOVED #/uniqueItems'],
    ['may not become unique', any, { ...any, uniqueItems: true }, 'UNIQUE_ITEMS_ADDED #/uniqueItems (breaking)'],
  ]);
});

describe('What depends on a property', () => {
  const arrays = (names: string[]) => ({ type: 'object', dependentRequired: { a: names } });
  const schemas = (schema: JsonSchema) => ({ type: 'object', dependentSchemas: { a: schema } });
  const none = { type: 'object' };
  const old = { $schema: 'http://json-schema.org/draft-07/schema#', type: 'object', dependencies: { a: ['b'] } };
  check([
    ['may be dropped', arrays(['b']), none, 'DEPENDENCY_ARRAY_REMOVED #/dependencies/a'],
    ['may not be added', none, arrays(['b']), 'DEPENDENCY_ARRAY_ADDED #/dependencies/a (breaking)'],
    ['may become fewer names', arrays(['b', 'c']), arrays(['b']), 'DEPENDENCY_ARRAY_NARROWED #/dependencies/a'],
    ['may not become more names', arrays(['b']), arrays(['c', 'b']), 'DEPENDENCY_ARRAY_EXTENDED #/dependencies/a (breaking)'],
    ['may not become other names', arrays(['b']), arrays(['c']), 'DEPENDENCY_ARRAY_CHANGED #/dependencies/a (breaking)'],
    [
      'is the same in draft-07',
      old,
      { ...old, dependencies: { a: ['b', 'c'] } },
      'DEPENDENCY_ARRAY_EXTENDED #/dependencies/a (breaking)',
    ],
    ['may be dropped as a schema', schemas({ required: ['b'] }), none, 'DEPENDENCY_SCHEMA_REMOVED #/dependencies/a'],
    ['may not be added as a schema', none, schemas({ required: ['b'] }), 'DEPENDENCY_SCHEMA_ADDED #/dependencies/a (breaking)'],
    [
      'is compared as a schema',
      schemas({ maxProperties: 2 }),
      schemas({ maxProperties: 3 }),
      'MAX_PROPERTIES_INCREASED #/dependencies/a/maxProperties',
    ],
  ]);
});

describe('What is excluded', () => {
  check([
    ['may become less', { not: number }, { not: integer }, 'NOT_TYPE_NARROWED #/not'],
    ['may not become more', { not: integer }, { not: number }, 'NOT_TYPE_EXTENDED #/not (breaking)'],
    ['may not become something else', { not: string }, { not: number }, 'NOT_TYPE_EXTENDED #/not (breaking)'],
  ]);
});

describe('What the rules never look at', () => {
  const object = { type: 'object' };
  const array = { type: 'array' };
  check([
    ['is a format', string, { ...string, format: 'date' }, 'FORMAT_ADDED #/format (unchecked)'],
    ['is another format', { ...string, format: 'date' }, { ...string, format: 'time' }, 'FORMAT_CHANGED #/format (unchecked)'],
    [
      'is an encoding',
      { ...string, contentEncoding: 'base64' },
      string,
      'CONTENT_ENCODING_REMOVED #/contentEncoding (unchecked)',
    ],
    [
      'is a media type',
      string,
      { ...string, contentMediaType: 'text/html' },
      'CONTENT_MEDIA_TYPE_ADDED #/contentMediaType (unchecked)',
    ],
    [
      'is the schema of a pattern',
      { ...object, patternProperties: { '^a': string } },
      { ...object, patternProperties: { '^a': number } },
      'PATTERN_PROPERTY_CHANGED #/patternProperties/^a (unchecked)',
    ],
    [
      'is a pattern for names',
      object,
      { ...object, patternProperties: { '^a': string } },
      'PATTERN_PROPERTY_ADDED #/patternProperties/^a (unchecked)',
    ],
    [
      'is the schema of names',
      { ...object, propertyNames: { maxLength: 3 } },
      { ...object, propertyNames: { maxLength: 2 } },
      'PROPERTY_NAMES_CHANGED #/propertyNames (unchecked)',
    ],
    [
      'is what has to be contained',
      { ...array, contains: string },
      { ...array, contains: number },
      'CONTAINS_CHANGED #/contains (unchecked)',
    ],
    ['is a condition', whenText({ minLength: 1 }), whenText({ minLength: 2 }), 'CONDITION_CHANGED #/if (unchecked)'],
    [
      'is a format beside a reference',
      { $ref: '#/$defs/s', $defs: { s: string } },
      { $ref: '#/$defs/s', format: 'date', $defs: { s: string } },
      'FORMAT_ADDED #/format (unchecked)',
    ],
    [
      'is a required name that is not declared',
      object,
      { ...object, required: ['a'] },
      'REQUIRED_ATTRIBUTE_ADDED #/required/a (unchecked)',
    ],
    [
      'is a definition that only such keywords use',
      { ...object, propertyNames: { $ref: '#/$defs/n' }, $defs: { n: { minLength: 1 } } },
      { ...object, propertyNames: { $ref: '#/$defs/n' }, $defs: { n: { minLength: 2 } } },
      'PROPERTY_NAMES_CHANGED #/propertyNames (unchecked)',
    ],
  ]);
});

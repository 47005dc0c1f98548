import { describe, expect, it } from 'vitest';
import type { JsonSchema } from '../json-schema/json-schema.ts';
import { findBreaks } from './find-breaks.ts';

const text = { type: 'string' };
const number = { type: 'number' };
const list = { type: 'array' };
const open = { type: 'object' };
const yes = { const: true };

function closed(properties: Record<string, unknown>, rest: Record<string, unknown> = {}): JsonSchema {
  return { type: 'object', properties, additionalProperties: false, ...rest };
}

/** A branch of a union that is told by its `kind`. */
function branch(kind: string, properties: Record<string, unknown> = {}): JsonSchema {
  return closed({ kind: { const: kind }, ...properties }, { required: ['kind'] });
}

function tree(value: unknown): JsonSchema {
  return {
    $ref: '#/$defs/tree',
    $defs: { tree: closed({ value, children: { type: 'array', items: { $ref: '#/$defs/tree' } } }) },
  };
}

/** Written so, because an object with a property of that name is taken for a promise. */
const consequence = 'then';

describe('Nothing breaks where the reader takes everything, as with', () => {
  it.each<[what: string, writer: JsonSchema, reader: JsonSchema]>([
    ['more types', text, { type: ['string', 'null'] }],
    ['whole numbers within bounds, by other words', { type: 'integer', minimum: 1, maximum: 3 }, { enum: [1, 2, 3] }],
    ['whole numbers above 0', { type: 'integer', exclusiveMinimum: 0 }, { minimum: 1 }],
    ['multiples of a multiple', { multipleOf: 0.3 }, { multipleOf: 0.1 }],
    ['values that all pass', { enum: ['ab', 'abc', 4] }, { pattern: '^ab', multipleOf: 2, maxLength: 3 }],
    ['values that its other keywords shut out', { enum: ['a', 'abc'], maxLength: 1 }, { const: 'a' }],
    ['what nothing can be', { type: 'string', minLength: 3, maxLength: 2 }, number],
    ['a field that can have no value and is required', closed({ a: { allOf: [text, number] } }, { required: ['a'] }), false],
    [
      'a list without an end in it',
      { $ref: '#/$defs/a', $defs: { a: closed({ a: { $ref: '#/$defs/a' } }, { required: ['a'] }) } },
      false,
    ],
    ['two schemas at once', { allOf: [{ minimum: 1 }, { maximum: 9 }] }, { minimum: 0, maximum: 10 }],
    ['branches in another order, and one more', { anyOf: [text, number] }, { anyOf: [yes, number, text] }],
    ['all values of a type, in branches', { type: ['boolean', 'null'] }, { enum: [null, true, false] }],
    ['numbers in pieces', { minimum: 0, maximum: 10, type: 'number' }, { anyOf: [{ maximum: 5 }, { minimum: 4 }] }],
    [
      'branches that differ in a field',
      { anyOf: [branch('a'), branch('b')] },
      { oneOf: [branch('b'), branch('c'), branch('a')] },
    ],
    [
      'one field that says which branch',
      closed({ kind: { enum: ['a', 'b'] } }, { required: ['kind'] }),
      { oneOf: [branch('a'), branch('b')] },
    ],
    ['a field that is there or not', open, { anyOf: [{ required: ['a'] }, { properties: { a: false } }] }],
    ['exactly one, where branches exclude each other', { oneOf: [{ type: 'integer' }, text] }, { oneOf: [number, text] }],
    ['what the writer excludes', { not: { enum: [1, 2] } }, { not: { const: 1 } }],
    [
      'a condition that is met',
      closed({ a: yes }, { required: ['a'] }),
      { if: { required: ['a'] }, [consequence]: { properties: { a: yes } }, else: false },
    ],
    ['a field that others depend on and that is not there', closed({ b: text }), { dependentRequired: { a: ['b'] } }],
    ['unnamed fields under a schema', { ...open, additionalProperties: text }, { ...open, properties: { a: text } }],
    [
      'names from a list',
      { ...open, propertyNames: { enum: ['a', 'b'] } },
      { maxProperties: 2, propertyNames: { maxLength: 1 } },
    ],
    [
      'names by a pattern',
      { patternProperties: { '^a': number } },
      { patternProperties: { '^a': { type: ['number', 'null'] } } },
    ],
    [
      'fields that no schema looked at',
      { ...open, allOf: [{ properties: { a: text } }], unevaluatedProperties: false },
      closed({ a: text }),
    ],
    [
      'fields that only a branch looks at',
      branch('a'),
      { anyOf: [branch('a'), { ...open, properties: { b: text } }], unevaluatedProperties: false },
    ],
    ['a tuple as a list', { ...list, prefixItems: [text, text], items: false }, { ...list, items: text, maxItems: 2 }],
    ['items that contain what is wanted', { ...list, items: text, minItems: 2 }, { ...list, contains: text, minContains: 2 }],
    ['one item, which is never there twice', { ...list, maxItems: 1 }, { uniqueItems: true }],
    ['recursion', tree(yes), tree({ type: 'boolean' })],
    ['a format that implies another', { format: 'uri' }, { format: 'uri-reference' }],
    ['a format that is gone', { type: 'string', format: 'email' }, text],
  ])('%s', (_, writer, reader) => {
    expect(findBreaks(writer, reader)).toEqual([]);
  });
});

describe('A break has the name of its kind and its place:', () => {
  it.each<[type: string, path: string, writer: JsonSchema, reader: JsonSchema]>([
    ['TYPE_CHANGED', '#/', number, { type: 'integer' }],
    ['TYPE_CHANGED', '#/', text, number],
    ['TYPE_NARROWED', '#/', { 'x-type': 'date' }, text],
    ['TYPE_NARROWED', '#/', { type: ['string', 'null'] }, text],
    ['ENUM_ARRAY_NARROWED', '#/enum', { enum: ['a', 'b'] }, { enum: ['a'] }],
    ['ENUM_ARRAY_CHANGED', '#/enum', text, { enum: ['a'] }],
    ['ENUM_ARRAY_CHANGED', '#/const', { const: 1 }, { const: 2 }],
    ['MAXIMUM_DECREASED', '#/maximum', { maximum: 9 }, { maximum: 5 }],
    ['EXCLUSIVE_MINIMUM_ADDED', '#/exclusiveMinimum', number, { exclusiveMinimum: 5 }],
    ['MULTIPLE_OF_EXPANDED', '#/multipleOf', { multipleOf: 2 }, { multipleOf: 4 }],
    ['MAX_LENGTH_ADDED', '#/maxLength', text, { maxLength: 5 }],
    ['PATTERN_CHANGED', '#/pattern', { pattern: 'a' }, { pattern: 'b' }],
    ['FORMAT_ADDED', '#/format', text, { format: 'email' }],
    ['CONTENT_ENCODING_CHANGED', '#/contentEncoding', { contentEncoding: 'base64' }, { contentEncoding: 'base32' }],
    ['REQUIRED_ATTRIBUTE_ADDED', '#/required/a', closed({ a: text }), closed({ a: text }, { required: ['a'] })],
    ['REQUIRED_PROPERTY_ADDED_TO_UNOPEN_CONTENT_MODEL', '#/properties/a', closed({}), closed({ a: text }, { required: ['a'] })],
    ['OPTIONAL_PROPERTY_ADDED_TO_OPEN_CONTENT_MODEL', '#/properties/a', open, { ...open, properties: { a: text } }],
    ['PROPERTY_REMOVED_FROM_CLOSED_CONTENT_MODEL', '#/properties/a', closed({ a: text }), closed({})],
    ['ADDITIONAL_PROPERTIES_REMOVED', '#/additionalProperties', open, closed({})],
    ['ADDITIONAL_PROPERTIES_NARROWED', '#/additionalProperties', open, { ...open, additionalProperties: text }],
    [
      'TYPE_CHANGED',
      '#/additionalProperties',
      { ...open, additionalProperties: text },
      { ...open, additionalProperties: number },
    ],
    ['PATTERN_PROPERTY_ADDED', '#/patternProperties/^x', open, { ...open, patternProperties: { '^x': text } }],
    ['PROPERTY_NAMES_ADDED', '#/propertyNames', open, { ...open, propertyNames: { maxLength: 3 } }],
    ['MIN_PROPERTIES_ADDED', '#/minProperties', open, { ...open, minProperties: 1 }],
    ['DEPENDENCY_ARRAY_ADDED', '#/dependencies/a', open, { ...open, dependentRequired: { a: ['b'] } }],
    ['DEPENDENCY_SCHEMA_ADDED', '#/dependencies/a', open, { ...open, dependentSchemas: { a: { required: ['b'] } } }],
    ['ADDITIONAL_PROPERTIES_REMOVED', '#/unevaluatedProperties', open, { allOf: [open], unevaluatedProperties: false }],
    ['UNEVALUATED_PROPERTIES_CHANGED', '#/unevaluatedProperties', open, { anyOf: [text, open], unevaluatedProperties: false }],
    ['SCHEMA_ADDED', '#/items', list, { ...list, items: text }],
    ['TYPE_CHANGED', '#/items/0', { ...list, prefixItems: [text] }, { ...list, prefixItems: [number] }],
    ['ITEM_ADDED_TO_OPEN_CONTENT_MODEL', '#/items/0', list, { ...list, prefixItems: [text] }],
    [
      'ADDITIONAL_ITEMS_REMOVED',
      '#/additionalItems',
      { ...list, prefixItems: [text] },
      { ...list, prefixItems: [text], items: false },
    ],
    ['UNIQUE_ITEMS_ADDED', '#/uniqueItems', list, { ...list, uniqueItems: true }],
    ['CONTAINS_ADDED', '#/contains', list, { ...list, contains: text }],
    [
      'UNEVALUATED_ITEMS_CHANGED',
      '#/unevaluatedItems',
      { ...list, prefixItems: [text], minItems: 1, contains: number, unevaluatedItems: false },
      { ...list, prefixItems: [text], contains: text, unevaluatedItems: false },
    ],
    ['MIN_CONTAINS_INCREASED', '#/minContains', { ...list, contains: text }, { ...list, contains: text, minContains: 2 }],
    ['MAX_CONTAINS_ADDED', '#/maxContains', { ...list, contains: text }, { ...list, contains: text, maxContains: 2 }],
    ['SUM_TYPE_NARROWED', '#/anyOf', { anyOf: [text, number, { type: 'boolean' }] }, { anyOf: [text, number] }],
    [
      'TYPE_CHANGED',
      '#/anyOf/1/properties/n',
      { anyOf: [text, branch('b', { n: number })] },
      { anyOf: [text, branch('b', { n: text })] },
    ],
    ['COMBINED_TYPE_SUBSCHEMAS_CHANGED', '#/oneOf', number, { oneOf: [number, { type: 'integer' }] }],
    ['NOT_TYPE_EXTENDED', '#/not', text, { not: { const: 'a' } }],
    [
      'PROPERTY_REMOVED_FROM_CLOSED_CONTENT_MODEL',
      '#/oneOf/1/properties/note',
      closed({ a: text, b: number, note: text }),
      { oneOf: [closed({ c: { type: 'null' } }), closed({ a: text, b: number })] },
    ],
    ['CONDITION_CHANGED', '#/if', open, { if: { required: ['a'] }, [consequence]: { required: ['b'] } }],
    ['MAX_LENGTH_DECREASED', '#/allOf/0/maxLength', { allOf: [{ maxLength: 3 }] }, { allOf: [{ maxLength: 2 }] }],
    ['TYPE_CHANGED', '#/properties/value', tree(number), tree({ type: 'integer' })],
    ['SCHEMA_ADDED', '#/', number, false],
  ])('%s at %s', (type, path, writer, reader) => {
    expect(findBreaks(writer, reader)).toMatchObject([{ type, path, breaking: true }]);
  });

  it('several breaks are all told, those near to the root first', () => {
    const writer = closed({ a: text, b: closed({ c: number }) });
    const reader = closed({ a: number, b: closed({ c: text, d: text }, { required: ['d'] }) });
    const places = findBreaks(writer, reader).map(({ type, path }) => `${type} ${path}`);
    expect(places).toEqual([
      'TYPE_CHANGED #/properties/a',
      'REQUIRED_PROPERTY_ADDED_TO_UNOPEN_CONTENT_MODEL #/properties/b/properties/d',
      'TYPE_CHANGED #/properties/b/properties/c',
    ]);
  });
});

describe('A break says in a sentence what the writer may send and the reader does not take:', () => {
  it.each<[sentence: string, writer: JsonSchema, reader: JsonSchema]>([
    ['The reader requires "a", and the writer may leave it out.', closed({ a: text }), closed({ a: text }, { required: ['a'] })],
    ['The writer may send "c" in the payload, which the reader does not know.', { enum: ['a', 'c'] }, { enum: ['a'] }],
    [
      'The writer may send object with "kind" "c" in the payload, which fits none of the reader\'s 2 alternatives.',
      { anyOf: [branch('a'), branch('b'), branch('c')] },
      { anyOf: [branch('a'), branch('b')] },
    ],
    [
      'The writer may send date, which JSON does not have, in the payload, and the reader takes string only.',
      { 'x-type': 'date' },
      text,
    ],
  ])('%s', (sentence, writer, reader) => {
    expect(findBreaks(writer, reader)[0]?.message).toBe(sentence);
  });
});

describe('What cannot be decided', () => {
  /** A writer that sends any of 4,096 combinations of fields, each of which is looked at to see that there are always twelve. */
  const fields = Array.from({ length: 12 }, (_, i) => ({ anyOf: [{ required: [`a${i}`] }, { required: [`b${i}`] }] }));
  const writer = { type: 'object', allOf: fields };
  const reader = { minProperties: 12 };

  it('within bounds counts as a break: nobody gives up in favour of a yes', () => {
    expect(findBreaks(writer, reader)).toEqual([]);
    const [found, more] = findBreaks(writer, reader, { steps: 500 });
    expect(found).toMatchObject({ type: 'NOT_PROVEN', path: '#/', breaking: true });
    expect(found?.message).toMatch('too entangled to prove within bounds');
    expect(more).toBeUndefined();
  });

  it('has an end, also where schemas say nothing but themselves', () => {
    const endless = { $ref: '#/$defs/a', $defs: { a: { if: { $ref: '#/$defs/a' }, [consequence]: { $ref: '#/$defs/a' } } } };
    expect(findBreaks(endless, text).length).toBeGreaterThan(0);
    expect(findBreaks(endless, { ...endless, title: 'the same' })).toEqual([]);
  });
});

describe('Schemas that lead through each other a thousand times', () => {
  it('are compared, and a break is found at the end of the shortest way', () => {
    const long = (last: unknown): JsonSchema => {
      const steps = Array.from({ length: 1_000 }, (_, i) => [`s${i}`, closed({ next: { $ref: `#/$defs/s${i + 1}` } })]);
      return { $ref: '#/$defs/s0', $defs: { ...Object.fromEntries(steps), s1000: last } };
    };
    expect(findBreaks(long({ type: 'integer' }), long(number))).toEqual([]);
    const [found] = findBreaks(long(number), long({ type: 'integer' }));
    expect(found).toMatchObject({ type: 'TYPE_CHANGED', path: `#${'/properties/next'.repeat(1_000)}` });
  });
});

import { describe, expect, it } from 'vitest';
import type { JsonSchema } from '../json-schema/json-schema.ts';
import { compareSchemas } from './compare-schemas.ts';
import { UnreadableSchemaError } from './unreadable-schema-error.ts';

const policy = 'strict';

/** A field within a field, so many times, the last of them of a type or a schema. */
function nested(depth: number, last: 'string' | 'number' | JsonSchema): JsonSchema {
  let schema: JsonSchema = typeof last === 'string' ? { type: last } : last;
  for (let level = 0; level < depth; level++) schema = { type: 'object', properties: { a: schema }, required: ['a'] };
  return schema;
}

describe('A schema that cannot be read', () => {
  it.each([
    [{ properties: { sku: { maxLength: 'ten' } } }, '#/properties/sku/maxLength', 'a whole number from 0 up', '"ten"'],
    [{ minItems: -1 }, '#/minItems', 'a whole number from 0 up', '-1'],
    [{ multipleOf: 0 }, '#/multipleOf', 'a number above 0', '0'],
    [{ type: 'text' }, '#/type', 'the name of a JSON type, or a list of them', '"text"'],
    [{ required: 'sku' }, '#/required', 'a list of names', '"sku"'],
    [{ anyOf: [] }, '#/anyOf', 'a list of schemas with one at least', '[]'],
    [{ items: [{ enum: 'a' }] }, '#/items/0/enum', 'a list of values', '"a"'],
    [{ $defs: { a: { pattern: '(' } } }, '#/$defs/a/pattern', 'a regular expression', '"("'],
    [{ patternProperties: { '(': {} } }, '#/patternProperties/(', 'named by a regular expression', '"("'],
    [{ properties: { a: 'string' } }, '#/properties/a', 'a schema: an object, true or false', '"string"'],
    [{ dependencies: { a: [1] } }, '#/dependencies/a', 'a schema or a list of names', '[1]'],
    [{ dependentRequired: { a: 'b' } }, '#/dependentRequired/a', 'a list of names', '"b"'],
  ])('is named with the place, what was expected and what is there: %j', (schema, path, expected, value) => {
    const compare = () => compareSchemas(true, schema, { policy });
    expect(compare).toThrow(UnreadableSchemaError);
    expect(compare).toThrow(`The updated schema cannot be read: ${path} has to be ${expected}, and it is ${value}.`);
  });

  it('may be the original one', () => {
    expect(() => compareSchemas({ maximum: '1' }, true, { policy })).toThrow('The original schema cannot be read: #/maximum');
    expect(() => compareSchemas(null as unknown as JsonSchema, true)).toThrow(
      'The original schema cannot be read: # has to be a schema',
    );
  });

  it('is no schema that has keywords nobody knows, nor data that looks like a schema', () => {
    const schema = { 'x-unit': 3, default: { maxLength: 'ten' }, const: { type: 'text' }, examples: [{ pattern: '(' }] };
    expect(compareSchemas(schema, schema, { policy }).compatible).toBe(true);
  });

  it.each(['parsed', 'strict', 'lenient'] as const)(
    'is one in which schemas lie within more than 256 others, under %s',
    (policy) => {
      const message = 'The original schema cannot be read: # has to be at most 256 schemas deep, and it is "deeper".';
      for (const depth of [257, 1_000, 20_000]) {
        expect(() => compareSchemas(nested(depth, 'string'), true, { policy })).toThrow(message);
      }
      expect(compareSchemas(nested(256, 'string'), nested(256, 'number'), { policy }).compatible).toBe(false);
    },
  );

  it('is one that is too deep by schemas that were compared before', () => {
    const inner = nested(200, 'string');
    compareSchemas(inner, true, { policy });
    expect(() => compareSchemas(nested(57, inner), true, { policy })).toThrow('at most 256 schemas deep');
  });

  it('may have a reference that leads nowhere', () => {
    const schema = { properties: { item: { $ref: '#/$defs/Item' } } };
    expect(() => compareSchemas(schema, { ...schema, title: 'x' }, { policy })).toThrow(
      "The reference '#/$defs/Item' at #/properties/item leads nowhere",
    );
  });
});

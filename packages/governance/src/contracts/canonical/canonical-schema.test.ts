import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { anySchema } from '../../json-schema/any-schema.test.fixture.ts';
import { compileSchema } from '../../json-schema/compile-schema.test.fixture.ts';
import { instancesFor } from '../../json-schema/instances-for.test.fixture.ts';
import type { JsonSchema } from '../../json-schema/json-schema.ts';
import { canonicalJson } from '../../lock/canonical-json.ts';
import { randomRuns } from '../../random-runs.test.fixture.ts';
import { canonicalSchema } from './canonical-schema.ts';
import { shapeOf } from './shape-of.ts';

/** `pnpm check:schemas` tries more of them. */
const runs = randomRuns(80);
const timeout = 5_000 + runs.numRuns * 50;

/** Every kind of schema but those that are nothing but a reference to themselves. */
const schemas = anySchema().filter((schema) => canonicalJson(canonicalSchema(schema)) !== '{"$ref":"#"}');

/** The same schema with its root among the definitions: the validator of these tests finds no `#`. */
function rooted(schema: JsonSchema): JsonSchema {
  if (typeof schema === 'boolean') return schema;
  const { $defs, ...root } = JSON.parse(JSON.stringify(schema).replaceAll('"$ref":"#"', '"$ref":"#/$defs/root"'));
  return { $ref: '#/$defs/root', $defs: { ...$defs, root } };
}

/** Values that one of two schemas admits and the other does not. */
function disagreements(one: JsonSchema, other: JsonSchema): unknown[] {
  const [before, after] = [compileSchema(one), compileSchema(rooted(other))];
  return instancesFor([one, other], 1, 60).filter((value) => {
    const verdicts = [before(value), after(value)];
    return !verdicts.includes(undefined) && verdicts[0] !== verdicts[1];
  });
}

describe('the canonical form of a schema', () => {
  it('admits the same values, whatever the schema', { timeout }, () => {
    fc.assert(
      fc.property(schemas, (schema) => {
        expect(disagreements(schema, canonicalSchema(schema))).toEqual([]);
      }),
      runs,
    );
  });

  it('is its own canonical form', { timeout }, () => {
    fc.assert(
      fc.property(schemas, (schema) => {
        const canonical = canonicalSchema(schema);
        expect(canonicalSchema(canonical)).toEqual(canonical);
      }),
      runs,
    );
  });

  it.each<[string, JsonSchema, JsonSchema]>([
    ['the order of required names', { required: ['b', 'a'] }, { required: ['a', 'b'] }],
    ['the order of enumerated values', { enum: [2, 'a', null] }, { enum: [null, 2, 'a'] }],
    ['the order of types', { type: ['string', 'null'] }, { type: ['null', 'string'] }],
    ['an enumeration of one', { enum: ['a'] }, { type: 'string', const: 'a' }],
    ['null as a branch', { anyOf: [{ type: 'null' }, { type: 'string' }] }, { type: ['string', 'null'] }],
    [
      'a union in a union',
      { anyOf: [{ anyOf: [{ minLength: 1 }, { minimum: 1 }] }, {}] },
      { anyOf: [{ minLength: 1 }, { minimum: 1 }, {}] },
    ],
    ['the same branch twice', { anyOf: [{ minimum: 1 }, { minimum: 1 }] }, { minimum: 1 }],
    ['a branch that is impossible', { anyOf: [{ minimum: 1 }, false] }, { minimum: 1 }],
    ['what else there may be', { type: 'object', additionalProperties: true }, { type: 'object' }],
    ['items of any kind', { type: 'array', items: {} }, { type: 'array' }],
    ['names that are texts', { propertyNames: { type: 'string' } }, {}],
    [
      'a closed tuple with a length',
      { prefixItems: [{}, {}], items: false, maxItems: 2 },
      { prefixItems: [{}, {}], items: false },
    ],
    ['lengths from nothing on', { minLength: 0, minItems: 0, minProperties: 0, uniqueItems: false }, {}],
    [
      'whole numbers that JavaScript can count',
      { type: 'integer', minimum: -(2 ** 53) + 1, maximum: 2 ** 53 - 1 },
      { type: 'integer' },
    ],
    ['the dialect', { $schema: 'https://json-schema.org/draft/2020-12/schema', minimum: 1 }, { minimum: 1 }],
    ['true', true, {}],
    ['a root that is a reference', { $ref: '#/$defs/A', $defs: { A: { minimum: 1 } } }, { minimum: 1 }],
    [
      'names that a library made up',
      { properties: { a: { $ref: '#/$defs/__schema7' } }, $defs: { __schema7: { items: { $ref: '#/$defs/__schema7' } } } },
      { properties: { a: { $ref: '#/$defs/__schema0' } }, $defs: { __schema0: { items: { $ref: '#/$defs/__schema0' } } } },
    ],
    ['definitions that nobody uses', { minimum: 1, $defs: { A: {} } }, { minimum: 1 }],
  ])('evens out %s', (_what, one, other) => {
    expect(canonicalJson(canonicalSchema(one))).toBe(canonicalJson(canonicalSchema(other)));
  });

  it.each<[string, JsonSchema, JsonSchema]>([
    ['a bound', { type: 'integer', minimum: 0 }, { type: 'integer' }],
    ['whether more may come', { type: 'object', additionalProperties: false }, { type: 'object' }],
    ['the places of a tuple', { prefixItems: [{ type: 'string' }, {}] }, { prefixItems: [{}, { type: 'string' }] }],
    ['one of and any of', { oneOf: [{ minimum: 1 }, { maximum: 3 }] }, { anyOf: [{ minimum: 1 }, { maximum: 3 }] }],
    ['texts and numbers that look alike', { enum: ['1', 2] }, { enum: [1, '2'] }],
    ['items that were evaluated', { items: {}, unevaluatedItems: false }, { unevaluatedItems: false }],
    ['a pattern', { format: 'email', pattern: '@example' }, { format: 'email' }],
  ])('keeps apart %s', (_what, one, other) => {
    expect(canonicalJson(canonicalSchema(one))).not.toBe(canonicalJson(canonicalSchema(other)));
  });

  it('keeps what is said for people', () => {
    const told = {
      title: 'A line',
      description: 'Of a cart',
      examples: [{ $ref: 1 }],
      deprecated: true,
      'x-team': 'cart',
      tags: ['pii'],
    };
    expect(canonicalSchema({ type: 'string', ...told })).toEqual({ type: 'string', ...told });
  });

  it('writes keywords in the order of their names, and fields, too', () => {
    const schema = canonicalSchema({ type: 'object', properties: { b: { type: 'string', minLength: 1 }, a: {} } });
    expect(JSON.stringify(schema)).toBe('{"properties":{"a":{},"b":{"minLength":1,"type":"string"}},"type":"object"}');
  });
});

describe('the shape of a schema', () => {
  it('admits the same values, whatever the schema', { timeout }, () => {
    const shape = (schema: JsonSchema) => shapeOf(canonicalSchema(schema));
    fc.assert(
      fc.property(schemas, (schema) => {
        expect(disagreements(schema, shape(schema))).toEqual([]);
      }),
      runs,
    );
  });

  it.each<[string, JsonSchema, JsonSchema]>([
    [
      'titles, descriptions, examples and tags',
      { minimum: 1, title: 'A', description: 'B', examples: [1], tags: ['c'] },
      { minimum: 1 },
    ],
    ['rules and marks, which are told apart', { minimum: 1, rule: ['even'], 'x-unseen': true, deprecated: true }, { minimum: 1 }],
    [
      'whether a part has a name',
      { items: { $ref: '#/$defs/Line' }, $defs: { Line: { minimum: 1 } } },
      { items: { minimum: 1 } },
    ],
    [
      'the name of a part that holds itself',
      { items: { $ref: '#/$defs/Tree' }, $defs: { Tree: { items: { $ref: '#/$defs/Tree' } } } },
      { items: { $ref: '#/$defs/Node' }, $defs: { Node: { items: { $ref: '#/$defs/Node' } } } },
    ],
  ])('says nothing of %s', (_what, one, other) => {
    expect(shapeOf(one)).toEqual(shapeOf(other));
  });

  it.each<[string, JsonSchema, JsonSchema]>([
    ['a field called like an annotation', { properties: { title: {} } }, { properties: {} }],
    ['a value called like an annotation', { const: { title: 'a' } }, { const: {} }],
    ['defaults', { default: 1 }, { default: 2 }],
    ['types that JSON has not', { 'x-type': 'bigint' }, { 'x-type': 'date' }],
    [
      'what stands beside a reference',
      { $ref: '#/$defs/A', minimum: 1, $defs: { A: {} } },
      { $ref: '#/$defs/A', $defs: { A: {} } },
    ],
  ])('tells apart %s', (_what, one, other) => {
    expect(shapeOf(one)).not.toEqual(shapeOf(other));
  });

  it('stays small where definitions use each other again and again', () => {
    const levels = Array.from({ length: 40 }, (_, level) => [
      `L${level}`,
      { properties: { a: { $ref: `#/$defs/L${level + 1}` }, b: { $ref: `#/$defs/L${level + 1}` } } },
    ]);
    const schema = canonicalSchema({ $ref: '#/$defs/L0', $defs: { ...Object.fromEntries(levels), L40: { type: 'string' } } });
    expect(JSON.stringify(shapeOf(schema)).length).toBeLessThan(10_000);
  });
});

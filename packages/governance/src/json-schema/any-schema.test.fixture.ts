import fc, { type Arbitrary } from 'fast-check';
import type { JsonSchema } from './json-schema.ts';

/** Few names and few values, so that two schemas often speak of the same. */
export const names = ['a', 'b', 'c', 'x1'] as const;
export const patterns = ['^a', 'b$', '^[ab]*$', '^x'] as const;
export const formats = ['date', 'email', 'uri', 'uuid'] as const;
export const texts = ['', 'a', 'b', 'ab', 'abc', 'x1', '2026-01-31', 'me@shop.example'] as const;
export const definitions = ['one', 'two'] as const;

const count = fc.nat(4);
const size = fc.integer({ min: -3, max: 8 });
const typeName = fc.constantFrom('null', 'boolean', 'integer', 'number', 'string', 'array', 'object');
const name = fc.constantFrom(...names);
const scalar = fc.oneof(fc.constantFrom(...texts), size, fc.constantFrom(null, true, false, 0.5, 1.5));
export const anyValue: Arbitrary<unknown> = fc.oneof(
  { weight: 5, arbitrary: scalar },
  { weight: 1, arbitrary: fc.array(scalar, { maxLength: 2 }) },
  { weight: 1, arbitrary: fc.dictionary(name, scalar, { maxKeys: 2, noNullPrototype: true }) },
);

export interface SchemaKinds {
  /** Whether schemas refer to `#/$defs/one` and `#/$defs/two`, which then are there. */
  readonly references?: boolean;
}

/** Schemas of draft 2020-12 with every keyword that constrains, alone and together. */
export function anySchema({ references = true }: SchemaKinds = {}): Arbitrary<JsonSchema> {
  const part = anyPart(2, references);
  if (!references) return part;
  const definition = fc.record({ one: anyPart(1, true), two: anyPart(1, true) });
  const whole = fc
    .tuple(part, definition)
    .map(([schema, $defs]) => (typeof schema === 'boolean' ? schema : { ...schema, $defs }));
  return fc.oneof({ weight: 2, arbitrary: part.filter((schema) => !mentionsReference(schema)) }, { weight: 1, arbitrary: whole });
}

/** A schema that may stand anywhere in another one. */
export function anyPart(depth: number, references = false): Arbitrary<JsonSchema> {
  const scalars = [numbers, strings, values, fc.record({ type: typeName })];
  const named = fc.constantFrom(...definitions).map((definition): JsonSchema => ({ $ref: `#/$defs/${definition}` }));
  const leaf = fc.oneof({ weight: 12, arbitrary: fc.oneof(...scalars) }, { weight: 1, arbitrary: fc.boolean() });
  if (depth === 0) return references ? fc.oneof({ weight: 4, arbitrary: leaf }, { weight: 1, arbitrary: named }) : leaf;
  const child = anyPart(depth - 1, references);
  return fc.oneof(
    { weight: 4, arbitrary: leaf },
    { weight: 6, arbitrary: objects(child) },
    { weight: 3, arbitrary: arrays(child) },
    { weight: 4, arbitrary: combined(child) },
    { weight: 1, arbitrary: fc.tuple(objects(child), combined(child)).map(([a, b]) => ({ ...a, ...b })) },
    ...(references ? [{ weight: 1, arbitrary: named }] : []),
  );
}

const bounds = { minimum: size, maximum: size, exclusiveMinimum: size, exclusiveMaximum: size };
const multipleOf = fc.constantFrom(1, 2, 3, 4, 0.5);
const numbers: Arbitrary<JsonSchema> = fc
  .tuple(fc.constantFrom({ type: 'integer' }, { type: 'number' }, {}), sparse({ ...bounds, multipleOf }))
  .map(([type, rest]) => ({ ...type, ...rest }));

const lengths = { minLength: count, maxLength: count };
const contents = { pattern: fc.constantFrom(...patterns), format: fc.constantFrom(...formats) };
const strings: Arbitrary<JsonSchema> = fc
  .tuple(fc.constantFrom({ type: 'string' }, { type: ['string', 'null'] }, {}), sparse({ ...lengths, ...contents }))
  .map(([type, rest]) => ({ ...type, ...rest }));

const values: Arbitrary<JsonSchema> = fc.oneof(
  fc.record({ enum: fc.uniqueArray(anyValue, { minLength: 1, maxLength: 4, selector: (value) => JSON.stringify(value) }) }),
  fc.record({ const: anyValue }),
);

function objects(child: Arbitrary<JsonSchema>): Arbitrary<Record<string, unknown>> {
  const properties = fc.dictionary(name, child, { maxKeys: 3, noNullPrototype: true });
  const required = fc.subarray([...names], { maxLength: 2 });
  const rare = sparse({
    patternProperties: fc.dictionary(fc.constantFrom(...patterns), child, { maxKeys: 2, noNullPrototype: true }),
    propertyNames: strings,
    minProperties: count,
    maxProperties: count,
    dependentRequired: fc.dictionary(name, fc.subarray([...names], { maxLength: 2 }), { maxKeys: 2, noNullPrototype: true }),
    dependentSchemas: fc.dictionary(name, child, { maxKeys: 1, noNullPrototype: true }),
    unevaluatedProperties: fc.oneof(fc.constant(false), child),
  });
  const usual = fc.record(
    { properties, required, additionalProperties: fc.oneof(fc.boolean(), child) },
    { requiredKeys: ['properties'] },
  );
  return fc
    .tuple(usual, fc.boolean(), rare)
    .map(([most, typed, rest]) => ({ ...(typed && { type: 'object' }), ...most, ...rest }));
}

function arrays(child: Arbitrary<JsonSchema>): Arbitrary<Record<string, unknown>> {
  const rare = sparse({
    prefixItems: fc.array(child, { minLength: 1, maxLength: 3 }),
    contains: child,
    minContains: count,
    maxContains: count,
    minItems: count,
    maxItems: count,
    uniqueItems: fc.boolean(),
    unevaluatedItems: fc.oneof(fc.constant(false), child),
  });
  const usual = fc.record({ type: fc.constant('array'), items: child }, { requiredKeys: [] });
  return fc.tuple(usual, rare).map(([most, rest]) => ({ ...most, ...rest }));
}

function combined(child: Arbitrary<JsonSchema>): Arbitrary<Record<string, unknown>> {
  const branches = fc.array(child, { minLength: 1, maxLength: 3 });
  return fc.oneof(
    fc.record({ anyOf: branches }),
    fc.record({ oneOf: branches }),
    fc.record({ allOf: branches }),
    fc.record({ not: child }),
    conditional(child),
    tagged(child),
  );
}

function conditional(child: Arbitrary<JsonSchema>): Arbitrary<Record<string, unknown>> {
  const keywords = fc.constantFrom(['if', 'then'], ['if', 'else'], ['if', 'then', 'else']);
  return fc
    .tuple(keywords, fc.tuple(child, child, child))
    .map(([keys, parts]) => Object.fromEntries(keys.map((key, i) => [key, parts[i]])));
}

/** A union whose branches are told apart by a property, as contracts write it. */
function tagged(child: Arbitrary<JsonSchema>): Arbitrary<Record<string, unknown>> {
  const branch = (kind: string) =>
    child.map((schema) => ({ type: 'object', properties: { a: { const: kind }, b: schema }, required: ['a'] }));
  return fc.tuple(fc.constantFrom('anyOf', 'oneOf'), branch('a'), branch('b')).map(([keyword, a, b]) => ({ [keyword]: [a, b] }));
}

/** Some of the keys, at most three of them. */
function sparse(model: Readonly<Record<string, Arbitrary<unknown>>>): Arbitrary<Record<string, unknown>> {
  const chosen = fc.subarray(Object.keys(model), { maxLength: 3 });
  return chosen.chain((keys) => fc.record(Object.fromEntries(keys.map((key) => [key, model[key] as Arbitrary<unknown>]))));
}

function mentionsReference(schema: JsonSchema): boolean {
  return JSON.stringify(schema).includes('"$ref"');
}

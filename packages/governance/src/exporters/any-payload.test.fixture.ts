import * as fc from 'fast-check';
import type { DescribedContract } from '../contracts/described-contract.ts';
import type { JsonSchema, JsonSchemaObject } from '../json-schema/json-schema.ts';

/** A schema, and what satisfies it. */
export interface AnyPayload {
  readonly schema: JsonSchema;
  readonly values: fc.Arbitrary<unknown>;
  /** Whether formats may read absent as null, or empty as absent: such a field is not made optional. */
  readonly isMeantToBeThere?: boolean;
}

/** A contract for tests: everything that is not said is plain. */
export function contractOf(output: JsonSchema, others: Partial<DescribedContract> = {}): DescribedContract {
  return {
    type: 'cart:itemAdded',
    version: 1,
    input: output,
    output,
    rules: [],
    unseen: [],
    fieldTags: {},
    casts: { up: [], down: [] },
    lifecycle: 'stable',
    ...others,
  };
}

/** Names that are something else in one language or another. */
const nastyNames = [
  'sku',
  'a b',
  'constructor',
  'type',
  '*',
  'x|y',
  '#',
  'a:b',
  '',
  'toString',
  'class',
  'ä',
  '1st',
  'x_y',
  'xY',
  'map',
];

const texts = fc.oneof(fc.string({ maxLength: 8 }), fc.constantFrom('*/', '`$\u007bx}`', '"', '\\', '\n'));
const safeInteger = { type: 'integer', minimum: Number.MIN_SAFE_INTEGER, maximum: Number.MAX_SAFE_INTEGER };
const day = fc.date({ min: new Date('1900-01-01'), max: new Date('2999-12-31'), noInvalidDate: true });

const scalars: readonly AnyPayload[] = [
  { schema: { type: 'string' }, values: texts },
  { schema: { type: 'string', minLength: 1 }, values: fc.string({ minLength: 1, maxLength: 5 }) },
  { schema: { type: 'string', format: 'uuid' }, values: fc.uuid() },
  { schema: { type: 'string', format: 'date' }, values: day.map((date) => date.toISOString().slice(0, 10)) },
  { schema: { type: 'integer', minimum: 0, maximum: 100 }, values: fc.integer({ min: 0, max: 100 }) },
  // avsc mistakes what is beyond 2 to the power of 52.
  { schema: safeInteger, values: fc.maxSafeInteger().filter((value) => Math.abs(value) < 2 ** 52) },
  { schema: { type: 'number' }, values: fc.double({ noNaN: true, noDefaultInfinity: true }).map((value) => value + 0) },
  { schema: { type: 'boolean' }, values: fc.boolean() },
  {
    schema: { type: 'string', enum: ['open', 'OPEN', 'half open', ''] },
    values: fc.constantFrom('open', 'OPEN', 'half open', ''),
  },
  { schema: { const: 'only' }, values: fc.constant('only') },
  { schema: { enum: [1, 2, 3] }, values: fc.constantFrom(1, 2, 3) },
  { schema: { enum: [1, 'one', true] }, values: fc.constantFrom(1, 'one', true) },
  { schema: {}, values: fc.jsonValue({ maxDepth: 2 }).map(withoutMinusZero), isMeantToBeThere: true },
];

/** Any schema with the values that satisfy it, at most so many levels deep. */
export function anyPayload(depth = 3): fc.Arbitrary<AnyPayload> {
  const scalar = fc.constantFrom(...scalars);
  if (depth === 0) return scalar;
  const inner = anyPayload(depth - 1);
  return fc.oneof(
    { arbitrary: scalar, weight: 3 },
    { arbitrary: anyObject(inner), weight: 4 },
    { arbitrary: inner.map(listOf), weight: 1 },
    { arbitrary: inner.map(recordOf), weight: 1 },
    { arbitrary: inner.map(nullable), weight: 1 },
    { arbitrary: anyUnion(inner), weight: 1 },
    { arbitrary: fc.constantFrom(tree, chain), weight: 1 },
  );
}

/** A closed object: some fields are required. */
export function anyObject(inner: fc.Arbitrary<AnyPayload>): fc.Arbitrary<AnyPayload> {
  const field = fc.record({ name: fc.constantFrom(...nastyNames), payload: inner, required: fc.boolean() });
  return fc.uniqueArray(field, { selector: ({ name }) => name, minLength: 1, maxLength: 4 }).map((fields) => {
    const properties = Object.fromEntries(fields.map(({ name, payload }) => [name, payload.schema]));
    const required = fields.filter(({ payload, required }) => required || payload.isMeantToBeThere).map(({ name }) => name);
    const values = Object.fromEntries(fields.map(({ name, payload }) => [name, payload.values]));
    return {
      schema: { type: 'object', properties, ...(required.length > 0 && { required }), additionalProperties: false },
      values: fc.record(values, { requiredKeys: required, noNullPrototype: true }),
    };
  });
}

function listOf({ schema, values }: AnyPayload): AnyPayload {
  return { schema: { type: 'array', items: schema }, values: fc.array(values, { maxLength: 3 }), isMeantToBeThere: true };
}

function recordOf({ schema, values }: AnyPayload): AnyPayload {
  const keys = fc.constantFrom('a', 'b c', 'constructor');
  const records = fc.dictionary(keys, values, { maxKeys: 3, noNullPrototype: true });
  return { schema: { type: 'object', additionalProperties: schema }, values: records, isMeantToBeThere: true };
}

function nullable({ schema, values }: AnyPayload): AnyPayload {
  return { schema: { anyOf: [schema, { type: 'null' }] }, values: fc.option(values), isMeantToBeThere: true };
}

/** Two objects that a field tells apart, a text or a truth value. */
function anyUnion(inner: fc.Arbitrary<AnyPayload>): fc.Arbitrary<AnyPayload> {
  return fc.tuple(inner, inner).map(([left, right]) => {
    const [card, cash] = [formOf('card', left), formOf('cash on delivery', right)];
    const schema = { anyOf: [card.schema, cash.schema, { type: 'string' }, { type: 'boolean' }] };
    return { schema, values: fc.oneof(card.values, cash.values, texts, fc.boolean()) };
  });
}

function formOf(kind: string, { schema, values }: AnyPayload): AnyPayload {
  const properties = { kind: { const: kind }, body: schema };
  return {
    schema: { type: 'object', properties, required: ['kind', 'body'], additionalProperties: false },
    values: values.map((body) => ({ kind, body })),
  };
}

/** A list of nodes that hold lists of nodes. */
const node: JsonSchemaObject = {
  type: 'object',
  properties: { name: { type: 'string' }, children: { type: 'array', items: { $ref: '#/$defs/Node' } } },
  required: ['name', 'children'],
  additionalProperties: false,
};
const leaf = { name: '', children: [] };
const tree: AnyPayload = { schema: node, values: fc.constantFrom(leaf, { name: 'root', children: [leaf, leaf] }) };

/** A node that may have a next one. */
const chain: AnyPayload = { schema: { $ref: '#/$defs/Link' }, values: fc.constantFrom({ next: null }, { next: { next: null } }) };

/** The definitions that schemas made here refer to belong to their root. */
export function rooted(schema: JsonSchema): JsonSchema {
  if (typeof schema === 'boolean') return schema;
  const link = { anyOf: [{ $ref: '#/$defs/Link' }, { type: 'null' }] };
  const Link = { type: 'object', properties: { next: link }, required: ['next'], additionalProperties: false };
  return { ...schema, $defs: { Node: node, Link } };
}

function withoutMinusZero(value: unknown): unknown {
  return JSON.parse(JSON.stringify(value));
}

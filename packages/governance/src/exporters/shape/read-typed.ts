import type { JsonSchema, JsonSchemaObject } from '../../json-schema/json-schema.ts';
import { isPlainObject } from '../../json-schema/keyword-places.ts';
import type { Reading, Spot } from './read-shape.ts';
import { escapeSegment, placeSegment } from './schema-pointer.ts';
import type { Field, Shape } from './shape.ts';

type Common = Pick<Shape, 'place' | 'title' | 'description' | 'deprecated' | 'tags' | 'constraints'>;

/** Reads a schema with one type, or none. */
export function readTyped(schema: JsonSchemaObject, node: Common, spot: Spot, reading: Reading): Shape {
  switch (schema['type']) {
    case 'null':
    case 'boolean':
    case 'number':
      return { ...node, kind: schema['type'] };
    case 'string':
      return { ...node, kind: 'string', ...(typeof schema['format'] === 'string' && { format: schema['format'] }) };
    case 'integer':
      return { ...node, kind: 'integer', minimum: lowest(schema), maximum: highest(schema) };
    case 'array':
      return readArray(schema, node, spot, reading);
    case 'object':
      return readObject(schema, node, spot, reading);
    default:
      return { ...node, kind: 'any' };
  }
}

function readArray(schema: JsonSchemaObject, node: Common, spot: Spot, reading: Reading): Shape {
  const { prefixItems, items, minItems } = schema;
  if (!Array.isArray(prefixItems)) return { ...node, kind: 'array', items: below(schemaOf(items), '*', spot, reading) };
  const { minItems: _, maxItems, ...constraints } = node.constraints;
  return {
    ...node,
    constraints: typeof maxItems === 'number' && maxItems !== prefixItems.length ? { ...constraints, maxItems } : constraints,
    kind: 'tuple',
    items: prefixItems.map((item, index) => below(item, String(index), spot, reading)),
    required: Math.min(typeof minItems === 'number' ? minItems : 0, prefixItems.length),
    ...(items !== false && maxItems !== prefixItems.length && { rest: below(schemaOf(items), '*', spot, reading) }),
  };
}

function readObject(schema: JsonSchemaObject, node: Common, spot: Spot, reading: Reading): Shape {
  const properties = isPlainObject(schema['properties']) ? schema['properties'] : {};
  const required = new Set(Array.isArray(schema['required']) ? (schema['required'] as unknown[]).filter(isText) : []);
  const names = [...Object.keys(properties), ...[...required].filter((name) => !Object.hasOwn(properties, name))];
  const fields = names.map((name) => readField(name, schemaOf(properties[name]), required.has(name), spot, reading));
  const others = schema['additionalProperties'] ?? schema['unevaluatedProperties'];
  const isOpen = others === undefined && !('patternProperties' in schema);
  const rest = 'patternProperties' in schema || (isOpen && fields.length === 0) ? true : others;
  const known = fields.filter(({ shape }) => shape.kind !== 'never');
  return {
    ...node,
    kind: 'object',
    fields: known,
    open: isOpen,
    ...(rest !== undefined && rest !== false && { rest: below(schemaOf(rest), '*', spot, reading) }),
  };
}

function readField(name: string, schema: JsonSchema, required: boolean, spot: Spot, reading: Reading): Field {
  const shape = below(schema, name, spot, reading, placeSegment(name));
  return {
    name,
    required,
    shape,
    ...(isPlainObject(schema) && 'default' in schema && { default: { value: schema['default'] } }),
  };
}

function below(schema: JsonSchema, segment: string, spot: Spot, reading: Reading, step = segment): Shape {
  const pointer = `${spot.pointer}/${escapeSegment(segment)}`;
  return reading.read(schema, { ...spot, place: `${spot.place}/${step}`, pointer, depth: spot.depth + 1 });
}

function schemaOf(value: unknown): JsonSchema {
  return typeof value === 'boolean' || isPlainObject(value) ? value : true;
}

function lowest({ minimum, exclusiveMinimum }: JsonSchemaObject): number {
  const bounds = [minimum, typeof exclusiveMinimum === 'number' ? Math.floor(exclusiveMinimum) + 1 : undefined];
  return Math.max(Number.NEGATIVE_INFINITY, ...bounds.filter((bound) => typeof bound === 'number'));
}

function highest({ maximum, exclusiveMaximum }: JsonSchemaObject): number {
  const bounds = [maximum, typeof exclusiveMaximum === 'number' ? Math.ceil(exclusiveMaximum) - 1 : undefined];
  return Math.min(Number.POSITIVE_INFINITY, ...bounds.filter((bound) => typeof bound === 'number'));
}

function isText(value: unknown): value is string {
  return typeof value === 'string';
}

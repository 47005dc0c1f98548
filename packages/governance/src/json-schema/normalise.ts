import { pointerTo } from './json-pointer.ts';
import type { JsonSchemaObject } from './json-schema.ts';
import { isPlainObject } from './keyword-places.ts';
import type { Schema, SchemaNode, TypeName } from './schema-node.ts';

type Keywords = { -readonly [K in keyof SchemaNode]: SchemaNode[K] };
/** Opens a subschema: what was written, and where. */
export type OpenChild = (raw: unknown, at: string) => Schema;

const typeNames: readonly string[] = ['null', 'boolean', 'integer', 'number', 'string', 'array', 'object'];
const counts = ['minLength', 'maxLength', 'minItems', 'maxItems', 'minProperties', 'maxProperties'] as const;
const texts = ['pattern', 'format', 'contentEncoding', 'contentMediaType'] as const;
const single = ['not', 'propertyNames', 'additionalProperties', 'unevaluatedProperties', 'unevaluatedItems'] as const;
const lists = ['allOf', 'anyOf', 'oneOf'] as const;
const maps = ['properties', 'patternProperties', 'dependentSchemas'] as const;

/**
 * Puts the keywords of a schema object into `node`, in the vocabulary of draft 2020-12.
 *
 * @param isLegacy - Whether it was written in an older draft.
 */
export function normalise(node: Keywords, raw: JsonSchemaObject, open: OpenChild, isLegacy: boolean): void {
  readValues(node, raw);
  readBounds(node, raw);
  for (const key of counts) if (isCount(raw[key])) node[key] = raw[key];
  for (const key of texts) if (typeof raw[key] === 'string') node[key] = raw[key];
  readSubschemas(node, raw, open);
  readArrays(node, raw, open, isLegacy);
  readDependencies(node, raw, open);
  if (Array.isArray(raw['required'])) node.required = raw['required'].filter((name) => typeof name === 'string');
}

function readValues(node: Keywords, raw: JsonSchemaObject): void {
  const types = (Array.isArray(raw['type']) ? raw['type'] : [raw['type']]).filter(isTypeName);
  if (types.length > 0) node.type = types;
  if (Array.isArray(raw['enum'])) node.enum = raw['enum'];
  if (Object.hasOwn(raw, 'const')) node.const = raw['const'];
}

function readBounds(node: Keywords, raw: JsonSchemaObject): void {
  const { minimum, maximum, exclusiveMinimum, exclusiveMaximum, multipleOf } = raw;
  if (isNumber(exclusiveMinimum)) node.exclusiveMinimum = exclusiveMinimum;
  if (isNumber(exclusiveMaximum)) node.exclusiveMaximum = exclusiveMaximum;
  if (isNumber(minimum)) node[exclusiveMinimum === true ? 'exclusiveMinimum' : 'minimum'] = minimum;
  if (isNumber(maximum)) node[exclusiveMaximum === true ? 'exclusiveMaximum' : 'maximum'] = maximum;
  if (isNumber(multipleOf) && multipleOf > 0) node.multipleOf = multipleOf;
}

function readSubschemas(node: Keywords, raw: JsonSchemaObject, open: OpenChild): void {
  for (const key of single) if (isSchema(raw[key])) node[key] = open(raw[key], pointerTo(node.at, key));
  for (const key of lists) if (isList(raw[key])) node[key] = openList(raw[key], pointerTo(node.at, key), open);
  for (const key of maps) if (isPlainObject(raw[key])) node[key] = openMap(raw[key], pointerTo(node.at, key), open);
  if (!isSchema(raw['if'])) return;
  for (const key of ['if', 'then', 'else'] as const) {
    if (isSchema(raw[key])) node[key] = open(raw[key], pointerTo(node.at, key));
  }
}

function readArrays(node: Keywords, raw: JsonSchemaObject, open: OpenChild, isLegacy: boolean): void {
  const tuple = isList(raw['prefixItems']) ? 'prefixItems' : 'items';
  const rest = isList(raw['items']) ? 'additionalItems' : 'items';
  if (isList(raw[tuple])) node.prefixItems = openList(raw[tuple], pointerTo(node.at, tuple), open);
  if (isSchema(raw[rest])) node.items = open(raw[rest], pointerTo(node.at, rest));
  if (isLegacy && raw['items'] === undefined && isSchema(raw['additionalItems'])) {
    node.additionalItems = open(raw['additionalItems'], pointerTo(node.at, 'additionalItems'));
  }
  if (raw['uniqueItems'] === true) node.uniqueItems = true;
  if (!isSchema(raw['contains'])) return;
  node.contains = open(raw['contains'], pointerTo(node.at, 'contains'));
  if (isCount(raw['minContains'])) node.minContains = raw['minContains'];
  if (isCount(raw['maxContains'])) node.maxContains = raw['maxContains'];
}

/** Up to draft-07, `dependencies` has names and schemas in one place. */
function readDependencies(node: Keywords, raw: JsonSchemaObject, open: OpenChild): void {
  const required: Record<string, readonly string[]> = emptyMap();
  const schemas: Record<string, Schema> = emptyMap();
  for (const keyword of ['dependencies', 'dependentRequired'] as const) {
    if (!isPlainObject(raw[keyword])) continue;
    for (const [name, dependency] of Object.entries(raw[keyword])) {
      if (Array.isArray(dependency)) required[name] = dependency.filter((item) => typeof item === 'string');
      else if (typeof dependency === 'string') required[name] = [dependency];
      else if (keyword === 'dependencies' && isSchema(dependency)) {
        schemas[name] = open(dependency, pointerTo(node.at, keyword, name));
      }
    }
  }
  if (Object.keys(required).length > 0) node.dependentRequired = required;
  if (Object.keys(schemas).length > 0) node.dependentSchemas = Object.assign(schemas, node.dependentSchemas);
}

function openList(raw: readonly unknown[], at: string, open: OpenChild): Schema[] {
  return raw.map((item, index) => open(item, pointerTo(at, index)));
}

function openMap(raw: Readonly<Record<string, unknown>>, at: string, open: OpenChild): Record<string, Schema> {
  const map: Record<string, Schema> = emptyMap();
  for (const [name, item] of Object.entries(raw)) if (isSchema(item)) map[name] = open(item, pointerTo(at, name));
  return map;
}

/** Without a prototype: a property may be called `constructor` or `__proto__`. */
function emptyMap<T>(): Record<string, T> {
  return Object.create(null) as Record<string, T>;
}

/** What to look names up in where a schema has none. A plain `{}` would know `constructor`. */
export const noNames: Readonly<Record<string, never>> = Object.freeze(emptyMap<never>());

function isTypeName(value: unknown): value is TypeName {
  return typeNames.includes(value as string);
}

function isSchema(value: unknown): value is boolean | JsonSchemaObject {
  return typeof value === 'boolean' || isPlainObject(value);
}

function isList(value: unknown): value is readonly unknown[] {
  return Array.isArray(value);
}

function isNumber(value: unknown): value is number {
  return typeof value === 'number' && Number.isFinite(value);
}

function isCount(value: unknown): value is number {
  return isNumber(value) && value >= 0;
}

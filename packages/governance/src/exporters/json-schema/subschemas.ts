import type { JsonSchema, JsonSchemaObject } from '../../json-schema/json-schema.ts';
import { isPlainObject, schemaKeywords } from '../../json-schema/keyword-places.ts';

const one = new Set<string>(schemaKeywords.one);
/** Keywords that hold a list of schemas, and those that hold some by name. */
export const lists = new Set<string>(schemaKeywords.list);
export const named = new Set<string>(schemaKeywords.map);

/** A schema with each schema directly inside it replaced. What is no schema stays. */
export function mapSubschemas(
  schema: JsonSchemaObject,
  map: (inner: JsonSchema, keyword: string) => JsonSchema,
): JsonSchemaObject {
  const replaced = (value: unknown, keyword: string) => (isSchema(value) ? map(value, keyword) : value);
  return mapValues(schema, (value, keyword) => {
    if (lists.has(keyword) && Array.isArray(value)) return value.map((inner) => replaced(inner, keyword));
    if (named.has(keyword) && isPlainObject(value)) return mapValues(value, (inner) => replaced(inner, keyword));
    return one.has(keyword) ? replaced(value, keyword) : value;
  });
}

/** An object with other values under the same names, in the same order. `__proto__` is a name as any other. */
export function mapValues<Value>(
  record: Readonly<Record<string, Value>>,
  map: (value: Value, name: string) => unknown,
): Record<string, unknown> {
  return Object.fromEntries(Object.entries(record).map(([name, value]) => [name, map(value, name)]));
}

export function isSchema(value: unknown): value is JsonSchema {
  return typeof value === 'boolean' || isPlainObject(value);
}

import type { JsonSchema } from '../../json-schema/json-schema.ts';
import { isPlainObject } from '../../json-schema/keyword-places.ts';
import { mapSubschemas } from '../json-schema/subschemas.ts';
import { escapeSegment, segmentsOf } from '../shape/schema-pointer.ts';
import { UniqueNames } from '../unique-names.ts';

/**
 * A draft-07 schema as components of a document: references inside an AsyncAPI document start at its root, so that definitions become
 * components beside the schema, and references lead there.
 */
export function hoistDefinitions(schema: JsonSchema, name: string): Record<string, JsonSchema> {
  if (!isPlainObject(schema)) return { [name]: schema ? {} : { not: {} } };
  const { definitions, $schema: _, $id: __, ...body } = schema;
  const inner = isPlainObject(definitions) ? definitions : {};
  const names = new UniqueNames([name]);
  const keys = new Map(Object.keys(inner).map((key) => [key, names.take(`${name}.${key.replace(/[^\w.-]+/g, '_')}`)]));
  const moved = Object.entries(inner).map(([key, definition]) => [
    keys.get(key)!,
    redirect(definition as JsonSchema, name, keys),
  ]);
  return { [name]: redirect(body, name, keys), ...Object.fromEntries(moved) };
}

function redirect(schema: JsonSchema, name: string, keys: ReadonlyMap<string, string>): JsonSchema {
  if (!isPlainObject(schema)) return schema;
  const inner = mapSubschemas(schema, (part) => redirect(part, name, keys));
  const reference = inner['$ref'];
  return typeof reference === 'string' ? { ...inner, $ref: redirected(reference, name, keys) } : inner;
}

function redirected(reference: string, name: string, keys: ReadonlyMap<string, string>): string {
  if (!/^#($|\/)/.test(reference)) return reference;
  const [first, key, ...others] = segmentsOf(reference);
  const path =
    first === 'definitions' && key !== undefined ? [keys.get(key) ?? key, ...others] : [name, ...segmentsOf(reference)];
  return ['#/components/schemas', ...path.map((segment) => encodeURIComponent(escapeSegment(segment)))].join('/');
}

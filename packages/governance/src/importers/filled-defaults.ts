import { mapSubschemas } from '../exporters/json-schema/subschemas.ts';
import type { JsonSchema } from '../json-schema/json-schema.ts';
import { isPlainObject } from '../json-schema/keyword-places.ts';

/** What is published where emitters may leave out a field with a default: there, it always is. */
export function filledDefaults(schema: JsonSchema): JsonSchema {
  if (!isPlainObject(schema)) return schema;
  const inner = mapSubschemas(schema, filledDefaults);
  const { properties, required } = inner;
  if (!isPlainObject(properties)) return inner;
  const filled = Object.keys(properties).filter((name) => isPlainObject(properties[name]) && 'default' in properties[name]);
  const names = new Set([...(Array.isArray(required) ? (required as string[]) : []), ...filled]);
  return names.size > 0 ? { ...inner, required: [...names].sort() } : inner;
}

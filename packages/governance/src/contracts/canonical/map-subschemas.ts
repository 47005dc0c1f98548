import type { JsonSchemaObject } from '../../json-schema/json-schema.ts';
import { isPlainObject, schemaKeywords } from '../../json-schema/keyword-places.ts';

const one: ReadonlySet<string> = new Set(schemaKeywords.one);
const list: ReadonlySet<string> = new Set(schemaKeywords.list);
const map: ReadonlySet<string> = new Set(schemaKeywords.map);

/** The same schema with each schema directly in it replaced. `change` is told the way to it: `['properties', 'sku']`. */
export function mapSubschemas(
  schema: JsonSchemaObject,
  change: (subschema: unknown, way: readonly (string | number)[]) => unknown,
): JsonSchemaObject {
  const changed: Record<string, unknown> = { ...schema };
  for (const keyword of Object.keys(schema)) {
    const value = schema[keyword];
    if (Array.isArray(value)) {
      if (list.has(keyword)) changed[keyword] = value.map((item, index) => change(item, [keyword, index]));
    } else if (one.has(keyword)) {
      changed[keyword] = change(value, [keyword]);
    } else if (map.has(keyword) && isPlainObject(value)) {
      const entries = Object.entries(value).map(([name, item]) => [
        name,
        Array.isArray(item) ? item : change(item, [keyword, name]),
      ]);
      changed[keyword] = Object.fromEntries(entries);
    }
  }
  return changed;
}

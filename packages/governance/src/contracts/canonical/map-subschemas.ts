import type { JsonSchemaObject } from '../../json-schema/json-schema.ts';
import { isPlainObject, schemaKeywords } from '../../json-schema/keyword-places.ts';

const { one, list, map } = schemaKeywords;

/** The same schema with each schema directly in it replaced. `change` is told the way to it: `['properties', 'sku']`. */
export function mapSubschemas(
  schema: JsonSchemaObject,
  change: (subschema: unknown, way: readonly (string | number)[]) => unknown,
): JsonSchemaObject {
  const changed: Record<string, unknown> = { ...schema };
  for (const [keyword, value] of Object.entries(schema)) {
    if (Array.isArray(value)) {
      if (has(list, keyword)) changed[keyword] = value.map((item, index) => change(item, [keyword, index]));
    } else if (has(one, keyword)) {
      changed[keyword] = change(value, [keyword]);
    } else if (has(map, keyword) && isPlainObject(value)) {
      const entries = Object.entries(value).map(([name, item]) => [
        name,
        Array.isArray(item) ? item : change(item, [keyword, name]),
      ]);
      changed[keyword] = Object.fromEntries(entries);
    }
  }
  return changed;
}

function has(keywords: readonly string[], keyword: string): boolean {
  return keywords.includes(keyword);
}

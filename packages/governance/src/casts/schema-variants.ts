import { mapSubschemas } from '../contracts/canonical/map-subschemas.ts';
import type { JsonSchemaObject } from '../json-schema/json-schema.ts';
import { isPlainObject } from '../json-schema/keyword-places.ts';
import { textFormats } from './text-formats.ts';

/** How large values are to be: as small as the bounds allow, as large, or between. */
export type Extreme = 'least' | 'usual' | 'most';

/** Longest text and array that is made on purpose, and in values that are neither small nor large: long texts take long to make. */
const largest = { text: 200, array: 5 };
const usual = { text: 20, array: 3 };
const choices = ['anyOf', 'oneOf', 'type'] as const;

/** How many variants it takes to see each branch of each union: at most eight. */
export function branchCount(schema: unknown): number {
  if (!isPlainObject(schema)) return 1;
  let most = Math.max(1, ...choices.map((keyword) => (Array.isArray(schema[keyword]) ? schema[keyword].length : 1)));
  mapSubschemas(schema, (part) => {
    most = Math.max(most, branchCount(part));
    return part;
  });
  return Math.min(most, 8);
}

/**
 * A schema that admits less: one branch of each union, values at the bounds, texts of a format from samples. What it admits,
 * the schema admits, too, but for what the parts of a schema say of each other: check the values.
 */
export function variantOf(schema: unknown, extreme: Extreme, branch: number | undefined): unknown {
  if (!isPlainObject(schema)) return schema;
  const chosen = branch === undefined ? schema : choose(schema, branch);
  const parts = mapSubschemas(chosen, (part) => variantOf(part, extreme, branch));
  return atBounds(withSamples(parts), extreme);
}

function choose(schema: JsonSchemaObject, branch: number): JsonSchemaObject {
  const chosen: Record<string, unknown> = { ...schema };
  for (const keyword of choices) {
    const all = schema[keyword];
    if (!Array.isArray(all) || all.length === 0) continue;
    const one = all[branch % all.length] as unknown;
    chosen[keyword] = keyword === 'type' ? one : [one];
  }
  return chosen;
}

/** Generators know few formats, and none together with a pattern. */
function withSamples(schema: JsonSchemaObject): JsonSchemaObject {
  const { format, pattern, minLength = 0, maxLength = Number.POSITIVE_INFINITY, ...rest } = schema;
  const samples = typeof format === 'string' ? (textFormats[format]?.samples ?? []) : [];
  const matches = typeof pattern === 'string' ? pattern : '';
  const fitting = samples.filter(
    (text) => text.search(matches) >= 0 && text.length >= Number(minLength) && text.length <= Number(maxLength),
  );
  if (fitting.length > 0) return { ...rest, enum: fitting };
  const { format: _, ...plain } = schema;
  return typeof pattern === 'string' ? plain : schema;
}

function atBounds(schema: JsonSchemaObject, extreme: Extreme): JsonSchemaObject {
  const { type, pattern, format, prefixItems } = schema;
  if (schema['enum'] || 'const' in schema) return schema;
  if (extreme === 'usual') return ofUsualLength(schema);
  if (type === 'number' || type === 'integer') return numberAtBound(schema, extreme);
  if (type === 'string' && pattern === undefined && format === undefined) {
    return lengthAtBound(schema, extreme, ['minLength', 'maxLength'], largest.text);
  }
  return type === 'array' && !prefixItems ? lengthAtBound(schema, extreme, ['minItems', 'maxItems'], largest.array) : schema;
}

function ofUsualLength(schema: JsonSchemaObject): JsonSchemaObject {
  const { type, minLength = 0, maxLength = usual.text, minItems = 0, maxItems = usual.array } = schema;
  if (type === 'string') return { ...schema, maxLength: Math.max(Number(minLength), Math.min(Number(maxLength), usual.text)) };
  if (type === 'array') return { ...schema, maxItems: Math.max(Number(minItems), Math.min(Number(maxItems), usual.array)) };
  return schema;
}

function numberAtBound(schema: JsonSchemaObject, extreme: Extreme): JsonSchemaObject {
  const { type, minimum, maximum, exclusiveMinimum, exclusiveMaximum } = schema;
  const [bound, exclusive, inwards] = extreme === 'least' ? [minimum, exclusiveMinimum, 1] : [maximum, exclusiveMaximum, -1];
  if (typeof bound === 'number') return { type, const: bound };
  return type === 'integer' && typeof exclusive === 'number' ? { type, const: Math.trunc(exclusive) + inwards } : schema;
}

function lengthAtBound(
  schema: JsonSchemaObject,
  extreme: Extreme,
  [low, high]: readonly [string, string],
  most: number,
): JsonSchemaObject {
  const least = Number(schema[low] ?? 0);
  const length = extreme === 'least' ? least : Math.max(least, Math.min(Number(schema[high] ?? most), most));
  return { ...schema, [low]: length, [high]: length };
}

import type { JsonSchemaObject } from '../../json-schema/json-schema.ts';
import { isPlainObject } from '../../json-schema/keyword-places.ts';

type Merge = (a: unknown, b: unknown) => unknown;

/** How two schemas that both have to hold become one, keyword by keyword. What is not here is kept from the first. */
const merges: Readonly<Record<string, Merge>> = {
  type: commonTypes,
  properties: bothOf,
  patternProperties: bothOf,
  $defs: bothOf,
  required: (a, b) => [...new Set([...listOf(a), ...listOf(b)])],
  additionalProperties: looser,
  unevaluatedProperties: looser,
  items: (a, b) => ({ allOf: [a, b] }),
  minimum: (a, b) => Math.max(Number(a), Number(b)),
  maximum: (a, b) => Math.min(Number(a), Number(b)),
};

/**
 * One schema for several that all have to hold, so far as shapes are concerned. It never admits less than they do: where two
 * cannot be told as one, the first counts and the others are kept as the constraint `allOf`.
 */
export function mergeAllOf(parts: readonly JsonSchemaObject[]): JsonSchemaObject {
  return parts.reduce(mergeTwo, {});
}

function mergeTwo(merged: JsonSchemaObject, part: JsonSchemaObject): JsonSchemaObject {
  const result: Record<string, unknown> = { ...merged };
  const left: unknown[] = [];
  for (const [keyword, value] of Object.entries(part)) {
    if (!Object.hasOwn(merged, keyword)) result[keyword] = value;
    else if (Object.hasOwn(merges, keyword)) result[keyword] = merges[keyword]!(merged[keyword], value);
    else if (JSON.stringify(merged[keyword]) !== JSON.stringify(value)) left.push({ [keyword]: value });
  }
  if (left.length > 0) result['allOf'] = [...listOf(merged['allOf']), ...left];
  return result;
}

/** The properties of both; one that both have has to satisfy both. */
function bothOf(a: unknown, b: unknown): unknown {
  if (!isPlainObject(a) || !isPlainObject(b)) return a;
  const common = Object.keys(b).filter((name) => Object.hasOwn(a, name));
  return { ...a, ...b, ...Object.fromEntries(common.map((name) => [name, { allOf: [a[name], b[name]] }])) };
}

/** `false` of one part forbids the fields of the other: the fields are what an author means, so they stay. */
function looser(a: unknown, b: unknown): unknown {
  return a === false ? b : a;
}

function commonTypes(a: unknown, b: unknown): unknown {
  const [first, second] = [wideTypes(a), wideTypes(b)];
  const common = first.filter((type) => second.includes(type));
  const exact = common.includes('integer')
    ? common.filter((type) => type !== 'number' || (has(a, type) && has(b, type)))
    : common;
  return exact.length === 1 ? exact[0] : exact;
}

/** Every number schema admits whole numbers. */
function wideTypes(types: unknown): unknown[] {
  const list = Array.isArray(types) ? types : [types];
  return list.includes('number') && !list.includes('integer') ? [...list, 'integer'] : list;
}

function has(types: unknown, type: unknown): boolean {
  return Array.isArray(types) ? types.includes(type) : types === type;
}

function listOf(value: unknown): unknown[] {
  return Array.isArray(value) ? value : [];
}

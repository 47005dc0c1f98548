import type { JsonSchema, JsonSchemaObject } from '../../json-schema/json-schema.ts';
import { isPlainObject } from '../../json-schema/keyword-places.ts';
import { sameJson } from '../../json-schema/same-json.ts';
import { canonicalReferences } from './canonical-references.ts';
import { evenOut } from './even-out.ts';
import { mapSubschemas } from './map-subschemas.ts';

/** Where a boolean says more than an object would: what else there may be. */
const rests = ['additionalProperties', 'items', 'unevaluatedItems', 'unevaluatedProperties'];

/**
 * One form for schemas of draft 2020-12 that mean the same, as far as libraries write them differently: the order of what
 * has none, how "or null" is said, keywords that say nothing, references that lead nowhere else.
 *
 * The same values satisfy it, except that whole numbers lose the bounds of what JavaScript can count. What is said for
 * people stays.
 */
export function canonicalSchema(schema: JsonSchema): JsonSchema {
  if (typeof schema === 'boolean') return schema ? {} : { not: {} };
  const text = JSON.stringify(schema);
  if (!/"\$(?:ref|defs)":/.test(text)) return canonicalObject(schema, text.includes('"unevaluated'));
  let [before, after] = [schema, pass(schema)];
  // What one pass folds may be all that referred to a definition, or that counted what was evaluated.
  while (!sameJson(before, after)) [before, after] = [after, pass(after)];
  return after;
}

function pass(schema: JsonSchemaObject): JsonSchemaObject {
  const needed = canonicalReferences(schema);
  return canonicalObject(needed, JSON.stringify(needed).includes('"unevaluated'));
}

function canonicalObject(schema: JsonSchemaObject, countsEvaluated: boolean): JsonSchemaObject {
  const parts = mapSubschemas(schema, (part, [keyword]) => canonicalPart(part, keyword as string, countsEvaluated));
  return sorted(evenOut(parts, countsEvaluated));
}

function canonicalPart(part: unknown, keyword: string, countsEvaluated: boolean): unknown {
  if (typeof part === 'boolean' && rests.includes(keyword)) return part;
  if (typeof part === 'boolean') return part ? {} : { not: {} };
  return isPlainObject(part) ? canonicalObject(part, countsEvaluated) : part;
}

/** Keywords by name, and so what maps hold: properties, definitions. */
function sorted(schema: JsonSchemaObject): JsonSchemaObject {
  const inOrder = byName(schema);
  for (const keyword of ['$defs', 'patternProperties', 'properties', 'dependentSchemas', 'dependentRequired']) {
    const value = inOrder[keyword];
    if (isPlainObject(value)) inOrder[keyword] = byName(value);
  }
  return inOrder;
}

function byName(object: JsonSchemaObject): Record<string, unknown> {
  const names = Object.keys(object).filter((name) => object[name] !== undefined);
  return Object.fromEntries(names.sort().map((name) => [name, object[name]]));
}

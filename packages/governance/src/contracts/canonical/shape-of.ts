import { pointerTo } from '../../json-schema/json-pointer.ts';
import type { JsonSchema, JsonSchemaObject } from '../../json-schema/json-schema.ts';
import { isPlainObject } from '../../json-schema/keyword-places.ts';
import { definitionName, isPlainlyReferenced } from './definition-name.ts';
import { mapSubschemas } from './map-subschemas.ts';

/** Keywords that decide what a schema admits, and what fields are filled with. All else is said for people. */
const deciding = new Set([
  ...['$ref', 'allOf', 'anyOf', 'oneOf', 'not', 'if', 'then', 'else', 'type', 'enum', 'const', 'format', 'default'],
  ...['minLength', 'maxLength', 'pattern', 'contentEncoding', 'contentMediaType', 'contentSchema'],
  ...['minimum', 'maximum', 'exclusiveMinimum', 'exclusiveMaximum', 'multipleOf'],
  ...[
    'items',
    'prefixItems',
    'contains',
    'minContains',
    'maxContains',
    'minItems',
    'maxItems',
    'uniqueItems',
    'unevaluatedItems',
  ],
  ...['properties', 'patternProperties', 'additionalProperties', 'propertyNames', 'required', 'minProperties', 'maxProperties'],
  ...['dependentRequired', 'dependentSchemas', 'unevaluatedProperties', 'x-type', 'x-checks', 'x-coerce'],
]);

/** Schemas within a shape: definitions that use each other twice on each of twenty levels stand for a million. */
const mostWrittenOut = 10_000;

/**
 * What a canonical schema admits and nothing else: without titles, descriptions, examples and tags, without the names of its
 * definitions. Two schemas of the same shape are the same contract, however they were written.
 */
export function shapeOf(schema: JsonSchema): JsonSchema {
  if (typeof schema === 'boolean') return schema;
  if (!isPlainlyReferenced(schema)) return withoutNotes(schema) as JsonSchema;
  const { $defs = {}, ...root } = schema as { $defs?: Readonly<Record<string, JsonSchemaObject>> };
  const kept = keptNames(root, $defs);
  const numbers = new Map<string, number>();
  const bodies: Record<string, unknown> = {};

  function bare(part: unknown): unknown {
    if (!isPlainObject(part)) return part;
    const deciders = Object.fromEntries(Object.entries(part).filter(([keyword]) => deciding.has(keyword)));
    const name = definitionName(part);
    const target = name === undefined ? undefined : $defs[name];
    if (name === undefined || target === undefined) return mapSubschemas(deciders, bare);
    const { $ref: _, ...beside } = mapSubschemas(deciders, bare);
    const meant = kept.has(name) ? { $ref: pointerTo('#', '$defs', numberOf(name, target)) } : (bare(target) as JsonSchemaObject);
    return Object.keys(beside).length === 0 ? meant : { allOf: [meant, beside] };
  }

  function numberOf(name: string, target: JsonSchemaObject): number {
    const known = numbers.get(name);
    if (known !== undefined) return known;
    const number = numbers.size;
    numbers.set(name, number);
    bodies[number] = bare(target);
    return number;
  }

  const whole = bare(root) as JsonSchemaObject;
  return numbers.size === 0 ? whole : { ...whole, $defs: bodies };
}

/** Parts that are referred to by other ways than their names have to stay where they are. */
function withoutNotes(part: unknown): unknown {
  if (!isPlainObject(part)) return part;
  const kept = Object.entries(part).filter(
    ([keyword]) => deciding.has(keyword) || /^\$(?!comment|schema)|^definitions$/.test(keyword),
  );
  return mapSubschemas(Object.fromEntries(kept), withoutNotes);
}

/** Definitions that stay what they are: those that lead back to themselves, and all where what they stand for is too much to write. */
function keptNames(root: JsonSchemaObject, $defs: Readonly<Record<string, JsonSchemaObject>>): ReadonlySet<string> {
  const recursive = recursiveNames($defs);
  const sizes = new Map<string, number>();
  const sizeOf = (schema: JsonSchemaObject): number => {
    let size = 0;
    const visit = (part: unknown): unknown => {
      if (!isPlainObject(part)) return part;
      const name = definitionName(part);
      size += 1 + (name === undefined || recursive.has(name) ? 0 : sizeOfDefinition(name));
      return mapSubschemas(part, visit);
    };
    visit(schema);
    return size;
  };
  const sizeOfDefinition = (name: string): number => {
    const known = sizes.get(name) ?? sizeOf($defs[name] ?? {});
    sizes.set(name, known);
    return known;
  };
  return sizeOf(root) > mostWrittenOut ? new Set(Object.keys($defs)) : recursive;
}

/** Definitions that lead back to themselves: these cannot be written out. */
function recursiveNames($defs: Readonly<Record<string, JsonSchemaObject>>): ReadonlySet<string> {
  const next = new Map(Object.entries($defs).map(([name, body]) => [name, referred(body)]));
  const reaches = (from: string, to: string, seen: Set<string>): boolean =>
    [...(next.get(from) ?? [])].some((name) => name === to || (!seen.has(name) && reaches(name, to, seen.add(name))));
  return new Set(Object.keys($defs).filter((name) => reaches(name, name, new Set())));
}

function referred(schema: JsonSchemaObject): ReadonlySet<string> {
  const names = new Set<string>();
  const visit = (part: unknown): unknown => {
    if (!isPlainObject(part)) return part;
    const name = definitionName(part);
    if (name !== undefined) names.add(name);
    return mapSubschemas(part, visit);
  };
  visit(schema);
  return names;
}

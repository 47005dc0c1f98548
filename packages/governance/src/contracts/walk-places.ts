import { pointerTo, unescaped } from '../json-schema/json-pointer.ts';
import type { JsonSchema, JsonSchemaObject } from '../json-schema/json-schema.ts';
import { isPlainObject } from '../json-schema/keyword-places.ts';

/** Through definitions that hold each other there are too many ways to tell each: how many references are followed exactly. */
const patience = 100;

/** Is shown a schema, the place in the payload that it speaks of, and the keyword that holds it. */
export type Look = (schema: JsonSchemaObject, place: string, keyword: string) => void;

/** A walk through one schema. */
interface Walk {
  readonly root: JsonSchemaObject;
  readonly look: Look;
  /** References followed so far. */
  followed: number;
}

/** How a schema was come by. */
interface Way {
  /** The references that led here; in a loop, those that were met in it. */
  readonly met: Set<string>;
  /** Where a loop begins, below which no depth is told. */
  readonly loop?: string;
}

/** Keywords whose schemas speak of the same place in the payload. */
const samePlace = ['allOf', 'anyOf', 'dependentSchemas', 'else', 'if', 'oneOf', 'then'];
/** Keywords whose schemas speak of any item, or of the values of names that are not listed. */
const anyPlace = ['additionalProperties', 'contains', 'items', 'patternProperties', 'unevaluatedItems', 'unevaluatedProperties'];
/** Keywords whose schemas speak of a place by its name. */
const namedPlace = ['prefixItems', 'properties'];
const manyParts = ['dependentSchemas', 'patternProperties'];

/**
 * Shows every schema in a schema, with its place in the payload: a JSON pointer in which `*` is any item of an array or any
 * value of a record, and `**` any number of segments, where a schema holds itself.
 */
export function walkPlaces(root: JsonSchema, look: Look): void {
  visit(root, '', '', { met: new Set(['#']) }, { root: root as JsonSchemaObject, look, followed: 0 });
}

function visit(schema: unknown, place: string, within: string, way: Way, walk: Walk): void {
  // `true` admits what `{}` admits.
  if (schema === true) walk.look({}, place, within);
  if (!isPlainObject(schema)) return;
  walk.look(schema, place, within);
  if (typeof schema['$ref'] === 'string') follow(schema['$ref'], place, way, walk);
  for (const [keyword, value] of Object.entries(schema)) {
    if (samePlace.includes(keyword)) for (const part of partsOf(keyword, value)) visit(part, place, keyword, way, walk);
    if (anyPlace.includes(keyword)) for (const part of partsOf(keyword, value)) visit(part, `${place}/*`, keyword, way, walk);
    if (!namedPlace.includes(keyword)) continue;
    for (const [name, part] of Object.entries(value ?? {})) visit(part, pointerTo(place, name), keyword, way, walk);
  }
}

/** What holds itself goes on forever: where it is met again its fields are at any depth, and each definition is looked at once. */
function follow(ref: string, place: string, { met, loop }: Way, walk: Walk): void {
  const again = met.has(ref);
  if (loop !== undefined) {
    if (!again) visit(targetOf(ref, walk.root), loop, '$ref', { met: met.add(ref), loop }, walk);
  } else if (again || ++walk.followed > patience) {
    visit(targetOf(ref, walk.root), `${place}/**`, '$ref', { met: new Set([ref]), loop: `${place}/**` }, walk);
  } else {
    visit(targetOf(ref, walk.root), place, '$ref', { met: new Set(met).add(ref) }, walk);
  }
}

function targetOf(ref: string, root: JsonSchemaObject): unknown {
  const steps = ref.split('/').slice(1);
  return steps.reduce<unknown>((part, step) => (isPlainObject(part) ? part[unescaped(step)] : undefined), root);
}

/** The schemas that a keyword holds: one, a list, or several by name. */
function partsOf(keyword: string, value: unknown): readonly unknown[] {
  if (Array.isArray(value)) return value;
  return manyParts.includes(keyword) && isPlainObject(value) ? Object.values(value) : [value];
}

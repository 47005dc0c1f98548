import { pointerTo, unescaped } from '../json-schema/json-pointer.ts';
import type { JsonSchema, JsonSchemaObject } from '../json-schema/json-schema.ts';
import { isPlainObject } from '../json-schema/keyword-places.ts';

/** Through definitions that hold each other there are too many ways to tell each: how many references are followed exactly. */
const patience = 100;

/** A walk through one schema. */
interface Walk {
  readonly root: JsonSchemaObject;
  readonly tags: Map<string, Set<string>>;
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
 * The tags of fields, by their place in the payload: a JSON pointer in which `*` is any item of an array or any value of a
 * record, and `**` any number of segments, where a schema holds itself. The bus says the same in `bus.contracts()`.
 *
 * @example
 * fieldTagsOf([output]); // { '/email': ['pii'], '/lines/*\/sku': ['stock'] }
 */
export function fieldTagsOf(schemas: readonly JsonSchema[]): Record<string, string[]> {
  const tags: Walk['tags'] = new Map();
  for (const root of schemas) visit(root, '', { met: new Set(['#']) }, { root: root as JsonSchemaObject, tags, followed: 0 });
  const places = [...tags].sort(([a], [b]) => (a < b ? -1 : 1));
  return Object.fromEntries(places.map(([place, words]) => [place, [...words].sort()]));
}

function visit(schema: unknown, place: string, way: Way, walk: Walk): void {
  if (!isPlainObject(schema)) return;
  const { $ref, tags } = schema;
  if (Array.isArray(tags)) add(tags, place, walk);
  if (typeof $ref === 'string') follow($ref, place, way, walk);
  for (const [keyword, value] of Object.entries(schema)) {
    if (samePlace.includes(keyword)) for (const part of partsOf(keyword, value)) visit(part, place, way, walk);
    if (anyPlace.includes(keyword)) for (const part of partsOf(keyword, value)) visit(part, `${place}/*`, way, walk);
    if (!namedPlace.includes(keyword)) continue;
    for (const [name, part] of Object.entries(value ?? {})) visit(part, pointerTo(place, name), way, walk);
  }
}

/** What holds itself goes on forever: where it is met again its fields are at any depth, and each definition is looked at once. */
function follow(ref: string, place: string, { met, loop }: Way, walk: Walk): void {
  const again = met.has(ref);
  if (loop !== undefined) {
    if (!again) visit(targetOf(ref, walk.root), loop, { met: met.add(ref), loop }, walk);
  } else if (again || ++walk.followed > patience) {
    visit(targetOf(ref, walk.root), `${place}/**`, { met: new Set([ref]), loop: `${place}/**` }, walk);
  } else {
    visit(targetOf(ref, walk.root), place, { met: new Set(met).add(ref) }, walk);
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

function add(words: readonly unknown[], place: string, { tags }: Walk): void {
  const known = tags.get(place) ?? new Set();
  for (const word of words) if (typeof word === 'string') known.add(word);
  if (known.size > 0) tags.set(place, known);
}

import { pointerTo } from '../json-schema/json-pointer.ts';
import type { JsonSchema, JsonSchemaObject } from '../json-schema/json-schema.ts';
import { isPlainObject } from '../json-schema/keyword-places.ts';

type Tags = Map<string, Set<string>>;

/** Keywords whose schemas speak of the same place in the payload. */
const samePlace = ['allOf', 'anyOf', 'oneOf', 'if', 'then', 'else', 'dependentSchemas'];
/** Keywords whose schemas speak of any item, or of the values of any further name. */
const anyPlace = ['items', 'additionalProperties', 'patternProperties', 'contains', 'unevaluatedItems', 'unevaluatedProperties'];

/**
 * The tags of fields, by their place in the payload: a JSON pointer in which `*` is any item of an array or any value of a
 * record, and `**` any number of segments, where a schema holds itself.
 *
 * @example
 * fieldTagsOf([output]); // { '/email': ['pii'], '/lines/*\/sku': ['stock'] }
 */
export function fieldTagsOf(schemas: readonly JsonSchema[]): Record<string, string[]> {
  const tags: Tags = new Map();
  for (const schema of schemas) if (isPlainObject(schema)) visit(schema, '', [], { root: schema, tags });
  const places = [...tags].sort(([a], [b]) => (a < b ? -1 : 1));
  return Object.fromEntries(places.map(([place, words]) => [place, [...words].sort()]));
}

interface Search {
  readonly root: JsonSchemaObject;
  readonly tags: Tags;
}

/** A definition on the way down, and the place where it was entered. */
interface Entered {
  readonly schema: unknown;
  readonly looped?: true;
}

function visit(schema: unknown, place: string, way: readonly Entered[], search: Search): void {
  if (!isPlainObject(schema)) return;
  add(schema, place, search.tags);
  follow(schema, place, way, search);
  for (const keyword of samePlace) for (const part of partsOf(schema[keyword])) visit(part, place, way, search);
  for (const keyword of anyPlace) {
    const value = schema[keyword];
    const parts = keyword === 'patternProperties' ? partsOf(value) : Array.isArray(value) ? [] : [value];
    for (const part of parts) visit(part, `${place}/*`, way, search);
  }
  for (const keyword of ['prefixItems', 'items']) {
    const places = Array.isArray(schema[keyword]) ? schema[keyword] : [];
    for (const [index, part] of places.entries()) visit(part, `${place}/${index}`, way, search);
  }
  for (const [name, part] of Object.entries(isPlainObject(schema['properties']) ? schema['properties'] : {})) {
    visit(part, pointerTo(place, name), way, search);
  }
}

/** A schema that holds itself goes on forever. From where it comes back to itself its fields are at any depth. */
function follow(schema: JsonSchemaObject, place: string, way: readonly Entered[], search: Search): void {
  const target = targetOf(schema, search.root);
  if (target === undefined) return;
  const entered = way.filter((step) => step.schema === target);
  if (target === search.root || entered.length > 0) {
    if (entered.some(({ looped }) => looped)) return;
    visit(target, `${place}/**`, [...way, { schema: target, looped: true }], search);
  } else {
    visit(target, place, [...way, { schema: target }], search);
  }
}

function targetOf({ $ref }: JsonSchemaObject, root: JsonSchemaObject): unknown {
  if (typeof $ref !== 'string' || !$ref.startsWith('#')) return undefined;
  const steps = $ref.slice(1).split('/').slice(1);
  return steps.reduce<unknown>((part, step) => (part as JsonSchemaObject | undefined)?.[unescaped(step)], root);
}

function unescaped(step: string): string {
  return step.replaceAll('~1', '/').replaceAll('~0', '~');
}

function partsOf(value: unknown): unknown[] {
  if (Array.isArray(value)) return value;
  return isPlainObject(value) ? Object.values(value) : [];
}

function add({ tags: words }: JsonSchemaObject, place: string, tags: Tags): void {
  const texts = Array.isArray(words) ? words.filter((word) => typeof word === 'string') : [];
  if (texts.length === 0) return;
  const known = tags.get(place) ?? new Set();
  for (const text of texts) known.add(text);
  tags.set(place, known);
}

import type { JsonSchema } from '../../json-schema/json-schema.ts';
import { isPlainObject } from '../../json-schema/keyword-places.ts';
import { atPointer, segmentsOf } from '../shape/schema-pointer.ts';
import { mapSubschemas } from './subschemas.ts';

/** Somewhere that a schema stands, so that it can be replaced. */
interface Slot {
  readonly holder: Record<string, unknown>;
  readonly name: string;
}

/** A schema whose fields carry their tags as `x-tags`, and the places that were not found in it. */
export function withFieldTags(
  schema: JsonSchema,
  fieldTags: Readonly<Record<string, readonly string[]>>,
): { readonly schema: JsonSchema; readonly missing: readonly string[] } {
  const holder: Record<string, unknown> = { root: structuredClone(schema) };
  const missing: string[] = [];
  for (const [place, tags] of Object.entries(fieldTags)) {
    const found = new Set<Slot>();
    find({ holder, name: 'root' }, segmentsOf(place), { holder, found, seen: new Map() });
    for (const slot of found) tag(slot, tags);
    if (found.size === 0) missing.push(place);
  }
  return { schema: withPrefix(holder['root'] as JsonSchema), missing };
}

/** Words of contracts that JSON Schema does not know become extensions. */
function withPrefix(schema: JsonSchema): JsonSchema {
  if (!isPlainObject(schema)) return schema;
  const { tags, rule, ...others } = mapSubschemas(schema, withPrefix);
  return { ...(tags !== undefined && { 'x-tags': tags }), ...(rule !== undefined && { 'x-rule': rule }), ...others };
}

interface Search {
  readonly holder: Record<string, unknown>;
  readonly found: Set<Slot>;
  readonly seen: Map<object, Set<number>>;
}

/** Looks for the schemas at a place, through references and combined schemas, at each schema once. */
function find(slot: Slot, place: readonly string[], search: Search): void {
  const [segment, ...others] = place;
  if (segment === undefined) search.found.add(slot);
  const schema = slot.holder[slot.name];
  if (segment === undefined || !isPlainObject(schema) || !isNew(schema, place.length, search)) return;
  for (const same of samePlace(schema, search)) find(same, place, search);
  if (segment === '**') find(slot, others, search);
  for (const { inner, isUnnamed } of innerSlots(schema)) {
    const { name } = inner;
    if (segment === '**') find(inner, place, search);
    else if (segment === '*' ? isUnnamed : name === segment && !isUnnamed) find(inner, others, search);
  }
}

function isNew(schema: object, length: number, { seen }: Search): boolean {
  const lengths = seen.get(schema) ?? new Set();
  seen.set(schema, lengths);
  if (lengths.has(length)) return false;
  lengths.add(length);
  return true;
}

/** Schemas that look at the same value as this one does. */
function samePlace(schema: Readonly<Record<string, unknown>>, { holder }: Search): Slot[] {
  const members = ['allOf', 'anyOf', 'oneOf'].flatMap((keyword) => slotsIn(schema[keyword]));
  const branches = ['then', 'else'].filter((keyword) => keyword in schema).map((name) => ({ holder: schema, name }));
  const reference = schema['$ref'];
  const target = typeof reference === 'string' ? atPointer(holder['root'] as JsonSchema, reference) : undefined;
  return [...members, ...branches, ...(isPlainObject(target) ? [{ holder: { target }, name: 'target' }] : [])] as Slot[];
}

/** Schemas of fields and items; unnamed are those that `*` stands for. */
function innerSlots(schema: Readonly<Record<string, unknown>>): { readonly inner: Slot; readonly isUnnamed: boolean }[] {
  const isNamed = ['properties', 'prefixItems'].flatMap((keyword) => slotsIn(schema[keyword]));
  const others = ['items', 'additionalProperties'].filter(
    (keyword) => isPlainObject(schema[keyword]) || schema[keyword] === true,
  );
  const unnamed = [
    ...slotsIn(schema['patternProperties']),
    ...others.map((name) => ({ holder: schema as Slot['holder'], name })),
  ];
  return [...isNamed.map((inner) => ({ inner, isUnnamed: false })), ...unnamed.map((inner) => ({ inner, isUnnamed: true }))];
}

function slotsIn(value: unknown): Slot[] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.keys(value).map((name) => ({ holder: value as Record<string, unknown>, name }));
}

function tag({ holder, name }: Slot, tags: readonly string[]): void {
  const schema = holder[name];
  if (isPlainObject(schema)) (schema as Record<string, unknown>)['x-tags'] = [...tags];
  else if (schema === true) holder[name] = { 'x-tags': [...tags] };
}

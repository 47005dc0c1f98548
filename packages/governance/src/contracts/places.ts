import type { JsonSchema, JsonSchemaObject } from '../json-schema/json-schema.ts';
import { isPlainObject } from '../json-schema/keyword-places.ts';
import { placeWords } from './place-words.ts';
import { walkPlaces } from './walk-places.ts';

/** Keywords by which an object is open to names that it does not list. */
const openness = ['additionalProperties', 'unevaluatedProperties'];

/** A place in a payload that a schema tells of. */
export interface Field {
  readonly place: string;
  /** Where else it is met in a schema that holds itself: places with `**`. */
  readonly deeper: readonly string[];
}

/**
 * The places in a payload that a schema tells of, as JSON pointers with `*` and `**`, sorted; not the payload itself. What an
 * open object may have beside is no place that anybody promised, and neither is one at which nothing can be.
 */
export function placesOf(schema: JsonSchema): string[] {
  return [...new Set([...partsOf(schema).values()].flatMap((places) => [...places]))].sort();
}

/** The same, with those that a schema which holds itself has at any depth once, where they are met first. */
export function fieldsOf(schema: JsonSchema): Field[] {
  const fields = new Map<string, Set<string>>();
  for (const places of partsOf(schema).values()) {
    const deeper = [...places].filter((place) => place.includes('/**'));
    const shallow = [...places].filter((place) => !deeper.includes(place));
    for (const place of shallow.length > 0 ? shallow : deeper)
      fields.set(place, new Set([...(fields.get(place) ?? []), ...deeper]));
  }
  return [...fields].sort().map(([place, deeper]) => ({ place, deeper: [...deeper] }));
}

/** All schemas in a schema, with their places. */
function partsOf(schema: JsonSchema): Map<JsonSchemaObject, Set<string>> {
  const parts = new Map<JsonSchemaObject, Set<string>>();
  walkPlaces(schema, (part, place, keyword) => {
    const isUntold = openness.includes(keyword) && Object.keys(part).length === 0;
    // What stands where a schema holds itself stands there at no depth, too.
    if (place === '' || place.endsWith('/**') || isUntold || isNever(part)) return;
    parts.set(part, (parts.get(part) ?? new Set()).add(place));
  });
  return parts;
}

function isNever({ not }: JsonSchemaObject): boolean {
  return not === true || (isPlainObject(not) && Object.keys(not).length === 0);
}

/** Says whether two places can be the same one: `/lines/*\/sku` and `/lines/0/sku`, or anything below `/lines` and `/lines/**`. */
export function meet(one: string, other: string): boolean {
  return areOne(stepsOf(one), stepsOf(other));
}

function areOne(one: readonly string[], other: readonly string[]): boolean {
  if (one[0] === '**') return areOne(one.slice(1), other) || (other.length > 0 && areOne(one, other.slice(1)));
  if (other[0] === '**') return areOne(other, one);
  if (one.length === 0 || other.length === 0) return one.length === other.length;
  return (one[0] === '*' || other[0] === '*' || one[0] === other[0]) && areOne(one.slice(1), other.slice(1));
}

/**
 * Says whether who reads the one place reads the other, which a schema tells of, or passes it. A `*` that was read is an item
 * or a value that has no name of its own.
 *
 * @example
 * reaches('/lines/0/sku', '/lines'); // true
 */
export function reaches(read: string, place: string): boolean {
  return place === '' ? read === '' : passes(stepsOf(read), stepsOf(place));
}

function passes(read: readonly string[], place: readonly string[]): boolean {
  if (place.length === 0) return true;
  if (read[0] === '**') return passes(read.slice(1), place) || passes(read, place.slice(1));
  if (place[0] === '**') return passes(read, place.slice(1)) || (read.length > 0 && passes(read.slice(1), place));
  if (read.length === 0) return false;
  const isStep = read[0] === place[0] || place[0] === '*' || (read[0] === '*' && /^\d+$/.test(place[0]!));
  return isStep && passes(read.slice(1), place.slice(1));
}

function stepsOf(place: string): string[] {
  return place.split('/').slice(1);
}

/** A place as messages name it: `"lines[].sku"` for `/lines/*\/sku`. */
export function placeName(place: string): string {
  return `"${placeWords(place)}"`;
}

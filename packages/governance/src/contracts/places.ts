import type { JsonSchema } from '../json-schema/json-schema.ts';
import { walkPlaces } from './walk-places.ts';

/** Keywords by which an object is open to names that it does not list. */
const openness = ['additionalProperties', 'unevaluatedProperties'];

/**
 * The places in a payload that a schema tells of, as JSON pointers with `*` and `**`, sorted; not the payload itself. What an
 * open object may have beside is no place that anybody promised.
 */
export function placesOf(schema: JsonSchema): string[] {
  const places = new Set<string>();
  walkPlaces(schema, (part, place, keyword) => {
    const isUntold = openness.includes(keyword) && Object.keys(part).length === 0;
    if (place !== '' && !isUntold) places.add(place);
  });
  return [...places].sort();
}

/** Says whether two places can be the same one: `/lines/*\/sku` and `/lines/0/sku`, or anything below `/lines` and `/lines/**`. */
export function meet(one: string, other: string): boolean {
  return stepsMeet(one.split('/').slice(1), other.split('/').slice(1));
}

function stepsMeet(one: readonly string[], other: readonly string[]): boolean {
  if (one[0] === '**') return stepsMeet(one.slice(1), other) || (other.length > 0 && stepsMeet(one, other.slice(1)));
  if (other[0] === '**') return stepsMeet(other, one);
  if (one.length === 0 || other.length === 0) return one.length === other.length;
  return (one[0] === '*' || other[0] === '*' || one[0] === other[0]) && stepsMeet(one.slice(1), other.slice(1));
}

/** A place as people write it: `"lines[].sku"` for `/lines/*\/sku`. */
export function placeName(place: string): string {
  const steps = place.split('/').slice(1);
  const words = steps.map((step) => (step === '*' ? '[]' : `.${step.replaceAll('~1', '/').replaceAll('~0', '~')}`));
  return `"${words.join('').replace(/^\./, '')}"`;
}

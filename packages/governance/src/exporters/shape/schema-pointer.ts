import type { JsonSchema } from '../../json-schema/json-schema.ts';
import { isPlainObject } from '../../json-schema/keyword-places.ts';

/** One segment of a JSON pointer: `a/b` becomes `a~1b`. */
export function escapeSegment(name: string): string {
  return name.replaceAll('~', '~0').replaceAll('/', '~1');
}

const marks: Readonly<Record<string, string>> = { '|': '~3', '#': '~5', ':': '~6' };

const unmarked: Readonly<Record<string, string>> = { '~0': '~', '~1': '/', '~2': '*', '~3': '|', '~4': '', '~5': '#', '~6': ':' };

/** One segment of a shape's place, in which `*` stands for any item, `|` begins a label, and `#` and `:` are kept for whoever needs marks. */
export function placeSegment(name: string): string {
  if (name === '') return '~4';
  return name === '*' ? '~2' : escapeSegment(name).replace(/[|#:]/g, (mark) => marks[mark]!);
}

/** The names that a place is made of, labels among them; `item` for any item. */
export function namesOfPlace(place: string): string[] {
  return place
    .split(/[/|]/)
    .slice(1)
    .map((segment) => (segment === '*' ? 'item' : segment.replace(/~[0-6]/g, (mark) => unmarked[mark]!)));
}

/** The segments of a JSON pointer, with or without its `#`. */
export function segmentsOf(pointer: string): string[] {
  const [, ...segments] = pointer.replace(/^#/, '').split('/');
  return segments.map((segment) => decoded(segment).replaceAll('~1', '/').replaceAll('~0', '~'));
}

/** What a local reference (`#`, `#/$defs/Line`) leads to, or undefined where it leads nowhere or out of the schema. */
export function atPointer(root: JsonSchema, reference: string): JsonSchema | undefined {
  if (!/^#($|\/)/.test(reference)) return undefined;
  let place: unknown = root;
  for (const segment of segmentsOf(reference)) {
    if (typeof place !== 'object' || place === null || !Object.hasOwn(place, segment)) return undefined;
    place = (place as Record<string, unknown>)[segment];
  }
  return typeof place === 'boolean' || isPlainObject(place) ? place : undefined;
}

function decoded(segment: string): string {
  try {
    return decodeURIComponent(segment);
  } catch {
    return segment;
  }
}

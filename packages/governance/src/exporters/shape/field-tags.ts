import { segmentsOf } from './schema-pointer.ts';

/** Tags of a field, by the place that the contract gives them: `*` is any item, `**` any number of places in between. */
export function tagsAt(fieldTags: Readonly<Record<string, readonly string[]>>, pointer: string): readonly string[] {
  const place = segmentsOf(pointer);
  const found = Object.entries(fieldTags).filter(([pattern]) => fits(segmentsOf(pattern), place));
  return [...new Set(found.flatMap(([, tags]) => tags))];
}

function fits(pattern: readonly string[], place: readonly string[]): boolean {
  const [first, ...others] = pattern;
  if (first === undefined) return place.length === 0;
  if (first === '**') return fits(others, place) || (place.length > 0 && fits(pattern, place.slice(1)));
  return place.length > 0 && (first === '*' || first === place[0]) && fits(others, place.slice(1));
}

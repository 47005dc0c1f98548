import { pointerTo } from '../json-schema/json-pointer.ts';

/** Where a value is other after than before: gone, or changed. Items of an array are one place, `*`. */
export function differingPlaces(before: unknown, after: unknown, place = ''): string[] {
  if (Object.is(before, after)) return [];
  if (!isBranch(before) || !isBranch(after) || Array.isArray(before) !== Array.isArray(after)) return [place || '/'];
  const places = Object.entries(before).flatMap(([name, value]) =>
    differingPlaces(value, after[name], Array.isArray(before) ? `${place}/*` : pointerTo(place, name)),
  );
  return [...new Set(places)];
}

function isBranch(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}

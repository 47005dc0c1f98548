import { isObject } from './is-object.ts';
import type { FieldPlace, Reading } from './reading.ts';
import { resolvePointer } from './resolve-pointer.ts';
import type { Shape } from './schema-field.ts';

/** Explains what a reference leads to where it is met first, and points there from everywhere else. */
export function referenceShape(
  reading: Reading,
  { $ref: _, ...beside }: Record<string, unknown>,
  reference: string,
  place: FieldPlace,
  anchor: string,
): Shape {
  const target = resolvePointer(reading.document, reference);
  const sameAs = reading.explained.get(reference);
  if (sameAs) return { words: wordsOf(target), constraints: [], groups: [], sameAs };
  const plain = reading.plain.get(reference);
  if (plain) return plain;
  if (target === undefined)
    return { words: 'anything', constraints: [{ words: 'as defined by', values: [reference] }], groups: [] };
  reading.explained.set(reference, { anchor, label: labelOf(place) });
  const shape = reading.shape(isObject(target) ? { ...target, ...beside } : target, deeper(place), anchor);
  if (shape.groups.length > 0 || shape.sameAs) return shape;
  // A link is worth its while only where there is more to see than the words that stand beside it.
  reading.explained.delete(reference);
  reading.plain.set(reference, shape);
  return shape;
}

function deeper(place: FieldPlace): FieldPlace {
  return { ...place, depth: place.depth + 1 };
}

function labelOf({ place, name }: FieldPlace): string {
  return place === '' ? name : place.slice(1).replaceAll('/*', '').replaceAll('/', '.') || name;
}

function wordsOf(target: unknown): string {
  if (!isObject(target)) return 'object';
  if (typeof target['title'] === 'string') return target['title'];
  return typeof target['type'] === 'string' ? target['type'] : 'object';
}

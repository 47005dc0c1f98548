import type { JsonSchema } from '../json-schema/json-schema.ts';
import { walkPlaces } from './walk-places.ts';

/**
 * The tags of fields, by their place in the payload: a JSON pointer in which `*` is any item of an array or any value of a
 * record, and `**` any number of segments, where a schema holds itself. The bus says the same in `bus.contracts()`.
 *
 * @example
 * fieldTagsOf([output]); // { '/email': ['pii'], '/lines/*\/sku': ['stock'] }
 */
export function fieldTagsOf(schemas: readonly JsonSchema[]): Record<string, string[]> {
  const tags = new Map<string, Set<string>>();
  for (const schema of schemas) walkPlaces(schema, ({ tags: words }, place) => add(words, place, tags));
  const places = [...tags].sort(([a], [b]) => (a < b ? -1 : 1));
  return Object.fromEntries(places.map(([place, words]) => [place, [...words].sort()]));
}

function add(words: unknown, place: string, tags: Map<string, Set<string>>): void {
  if (!Array.isArray(words)) return;
  const known = tags.get(place) ?? new Set();
  for (const word of words) if (typeof word === 'string') known.add(word);
  if (known.size > 0) tags.set(place, known);
}

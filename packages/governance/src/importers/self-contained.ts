import { canonicalSchema } from '../contracts/canonical/canonical-schema.ts';
import { mapSubschemas } from '../exporters/json-schema/subschemas.ts';
import { segmentsOf } from '../exporters/shape/schema-pointer.ts';
import { UniqueNames } from '../exporters/unique-names.ts';
import type { JsonSchema } from '../json-schema/json-schema.ts';
import { isPlainObject } from '../json-schema/keyword-places.ts';
import { followReference, type Place } from './follow-reference.ts';
import type { ImportNote } from './imported.ts';
import { modernKeywords } from './modern-keywords.ts';
import type { SourceDocument } from './source-document.ts';

/** What of a schema was not understood. */
export type Misunderstood = Pick<ImportNote, 'path' | 'message'>;

/** A schema that needs no other, and how it came to be one. */
export interface SelfContained {
  readonly schema: JsonSchema;
  readonly misunderstood: readonly Misunderstood[];
  /** Paths of the documents that it took something from. */
  readonly used: ReadonlySet<string>;
}

interface Collection {
  readonly documents: readonly SourceDocument[];
  /** Names of definitions by where they come from. */
  readonly names: Map<string, string>;
  readonly taken: UniqueNames;
  /** Found, and not yet written. */
  readonly waiting: { readonly name: string; readonly place: Place }[];
  readonly misunderstood: Misunderstood[];
  readonly used: Set<string>;
}

/** A schema by itself, in canonical form: whatever it refers to, in this or other documents, is among its own definitions. */
export function selfContained(place: Place, documents: readonly SourceDocument[]): SelfContained {
  const collection: Collection = {
    documents,
    names: new Map(),
    taken: new UniqueNames(['__proto__']),
    waiting: [],
    misunderstood: [],
    used: new Set(),
  };
  collection.names.set(keyOf(place), '');
  const root = gather(place.schema, place, collection);
  const definitions: Record<string, JsonSchema> = {};
  for (let next = collection.waiting.shift(); next; next = collection.waiting.shift())
    definitions[next.name] = gather(next.place.schema, next.place, collection);
  const isWhole = !isPlainObject(root) || Object.keys(definitions).length === 0;
  return {
    schema: canonicalSchema(isWhole ? root : { ...root, $defs: definitions }),
    misunderstood: collection.misunderstood,
    used: collection.used,
  };
}

function gather(schema: unknown, { document, pointer }: Place, collection: Collection): JsonSchema {
  if (!isPlainObject(schema)) return schema !== false;
  const { misunderstood } = collection;
  const modern = modernKeywords(schema, document.dialect, (keyword) =>
    misunderstood.push({ path: pointer, message: `“${keyword}” has no value that JSON Schema knows for it: it is left out.` }),
  );
  const inner = mapSubschemas(modern, (part, keyword) =>
    gather(part, { document, pointer: `${pointer}/${keyword}`, schema: part }, collection),
  );
  const { $ref: reference, ...beside } = inner;
  if (typeof reference !== 'string') return inner;
  const target = followReference(reference, document, collection.documents);
  if (!target) {
    misunderstood.push({ path: pointer, message: `“${reference}” leads nowhere: any value is admitted there.` });
    return beside;
  }
  collection.used.add(target.document.path);
  return { ...beside, $ref: definitionFor(target, collection) };
}

function definitionFor(place: Place, { names, taken, waiting }: Collection): string {
  const known = names.get(keyOf(place));
  if (known !== undefined) return known === '' ? '#' : `#/$defs/${known}`;
  const name = taken.take(wordFor(place));
  names.set(keyOf(place), name);
  waiting.push({ name, place });
  return `#/$defs/${name}`;
}

/** What a definition is called where it is defined, in letters that no pointer has to escape. */
function wordFor({ document, pointer }: Place): string {
  const word =
    segmentsOf(pointer).at(-1) ??
    document.path
      .split('/')
      .at(-1)!
      .replace(/\.\w+$/, '');
  return word.replace(/[^\w-]+/g, '_') || 'definition';
}

function keyOf({ document, pointer }: Place): string {
  return `${document.path} ${pointer}`;
}

import type { StandardSchemaV1 } from '@standard-schema/spec';
import { jsonSchemaOf } from './json-schema.ts';

/** Tags by the place of a field in the payload. */
export type FieldTags = Readonly<Record<string, readonly string[]>>;

/** A schema that holds itself is being walked through. */
interface Loop {
  /** From where on its fields are at any depth. */
  readonly base?: string;
  readonly seen: Set<string>;
}

/** One side of a schema, and what was found in it. */
interface Search {
  readonly root: Part;
  readonly tags: Record<string, string[]>;
}

/** A schema or one of its keywords. */
type Part = Readonly<Record<string, unknown>>;

/**
 * The tags of fields, by a JSON pointer into the payload: `*` is any item or any value of a record, `**` any number of
 * segments, where a schema holds itself. Empty for schemas that cannot say JSON Schema (Zod Mini, Valibot).
 */
export function fieldTagsOf(schema: StandardSchemaV1): FieldTags {
  const tags = {};
  for (const root of JSON.parse(jsonSchemaOf(schema) ?? '[]')) visit(root, '', { root, tags }, loopOf('#', root));
  return tags;
}

function visit(part: Part, place: string, search: Search, loop?: Loop): void {
  if (!part) return;
  const { $ref, tags } = part;
  if (Array.isArray(tags)) search.tags[place] = [...new Set(search.tags[place]?.concat(tags) ?? tags)].sort();
  if (typeof $ref === 'string') follow($ref, place, search, loop);
  for (const [keyword, value] of Object.entries(part)) {
    if (/^(items|additionalProperties)$/.test(keyword)) visit(value as Part, `${place}/*`, search, loop);
    if (!/^(properties|prefixItems|(all|any|one)Of)$/.test(keyword)) continue;
    for (const [name, field] of Object.entries(value ?? {})) {
      const step = keyword.endsWith('Of') ? '' : `/${name.replaceAll('~', '~0').replaceAll('/', '~1')}`;
      visit(field, place + step, search, loop);
    }
  }
}

/** What holds itself is walked through where it begins, and once more for all depths below: all ways through would be too many. */
function follow(ref: string, place: string, search: Search, loop?: Loop): void {
  const target = targetOf(ref, search.root);
  const own = loopOf(ref, search.root);
  if (!own || !loop) return visit(target, place, search, own ?? loop);
  const { base = `${place}/**` } = loop;
  const seen = loop.base === undefined ? new Set<string>() : loop.seen;
  if (!seen.has(ref)) visit(target, base, search, { base, seen: seen.add(ref) });
}

/** What a walk through a schema remembers, if the schema can be reached from itself. */
function loopOf(ref: string, root: Part): Loop | undefined {
  const seen = new Set<string>();
  const search = (part: Part): void => {
    for (const [, next = '#'] of JSON.stringify(part).matchAll(/"\$ref":"(.*?)"/g)) {
      if (seen.has(next)) continue;
      seen.add(next);
      search(targetOf(next, root));
    }
  };
  search(targetOf(ref, root));
  return seen.has(ref) ? { seen } : undefined;
}

/** What `#/$defs/Line` stands for. */
function targetOf(ref: string, root: Part): Part {
  const steps = ref.split('/').slice(1);
  return steps.reduce((part, step) => (part[step.replaceAll('~1', '/').replaceAll('~0', '~')] ?? {}) as Part, root);
}

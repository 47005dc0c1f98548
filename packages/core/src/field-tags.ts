import type { StandardSchemaV1 } from '@standard-schema/spec';
import { jsonSchemaOf } from './json-schema.ts';

/** Tags by the place of a field in the payload. */
export type FieldTags = Readonly<Record<string, readonly string[]>>;

/** A schema or one of its keywords. */
type Part = Readonly<Record<string, unknown>>;

/** How many references are followed exactly. Through definitions that hold each other there are too many ways to tell each. */
const patience = 100;

/**
 * The tags of fields, by a JSON pointer into the payload: `*` is any item or any value of a record, `**` any number of
 * segments, where a schema holds itself. Empty for schemas that cannot say JSON Schema (Zod Mini, Valibot).
 */
export function fieldTagsOf(schema: StandardSchemaV1): FieldTags {
  const tags: Record<string, string[]> = {};
  let followed = 0;
  let root: Part;
  /** `way` are the references that led here; below a `loop`, where no depth is told, those that were met in it. */
  const visit = (part: Part, place: string, way: string[], loop?: string): void => {
    for (const [keyword, value] of Object.entries(part ?? {}) as [string, Part][]) {
      if (keyword === 'tags' && Array.isArray(value)) tags[place] = [...new Set([value, tags[place] ?? []].flat())];
      if (keyword === '$ref') {
        const ref = `${value}`;
        const again = way.includes(ref);
        const base = loop ?? (again || ++followed > patience ? `${place}/**` : loop);
        if (!loop) visit(targetOf(ref, root), base ?? place, base ? [ref] : [...way, ref], base);
        else if (!again && way.push(ref)) visit(targetOf(ref, root), loop, way, loop);
      }
      if (/^(items|add)/.test(keyword)) visit(value, `${place}/*`, way, loop);
      if (/^p(refix|roperties|atternP)|Of$/.test(keyword)) {
        for (const name in value) {
          const step = keyword.endsWith('Of') ? '' : keyword === 'patternProperties' ? '/*' : `/${escaped(name)}`;
          visit(value[name] as Part, place + step, way, loop);
        }
      }
    }
  };
  for (root of JSON.parse(jsonSchemaOf(schema) ?? '[]')) visit(root, '', ['#']);
  return tags;
}

/** What `#/$defs/Line` stands for. */
function targetOf(ref: string, root: Part): Part {
  const steps = ref.split('/').slice(1);
  return steps.reduce((part, step) => part?.[step.replace(/~1/g, '/').replace(/~0/g, '~')] as Part, root);
}

function escaped(name: string): string {
  return name.replace(/~/g, '~0').replace(/\//g, '~1');
}

import published from '@octokit/webhooks-schemas' with { type: 'json' };
import type { Amendment } from './amendments.ts';
import type { Definitions, JsonSchema } from './json-schema.ts';

/** The schemas as GitHub's webhooks publish them: one for each event and action, such as `issues$opened`. */
export const publishedDefinitions = published.definitions as unknown as Definitions;

/** A copy of the schemas with the amendments made. Throws for an amendment that finds nothing to amend. */
export function amend(definitions: Definitions, amendments: readonly Amendment[]): Definitions {
  const amended = structuredClone(definitions) as Record<string, unknown>;
  for (const amendment of amendments) apply(amended, amendment);
  return amended as Definitions;
}

function apply(definitions: Record<string, unknown>, { at, optional, instead }: Amendment): void {
  const steps = at.split('/');
  const last = steps.pop() as string;
  const parent = steps.reduce((node, step) => node[step] as Record<string, unknown>, definitions);
  if (instead !== undefined) parent[last] = instead;
  if (!optional) return;
  const schema = parent[last] as { required: string[] };
  const stranger = optional.find((name) => !schema.required.includes(name));
  if (stranger) throw new Error(`${at} does not require ${stranger}: the amendment is not needed.`);
  schema.required = schema.required.filter((name) => !optional.includes(name));
}

/**
 * A copy of the schemas in which a choice between objects also says what all its alternatives require. It means the same;
 * but of a payload that fits no alternative Zod tells only where the choice is, and of a field beside it its path.
 */
export function withSharedFields(definitions: Definitions): Definitions {
  return mapValues(definitions, (schema) => sharedFieldsOf(schema as JsonSchema)) as Definitions;
}

function sharedFieldsOf(schema: JsonSchema): JsonSchema {
  const [first, ...others] = schema.oneOf ?? [];
  if (!first || schema.oneOf?.some(({ type }) => type !== 'object')) return schema;
  const required = first.required?.filter((name) => others.every((other) => other.required?.includes(name))) ?? [];
  const alike = ([name, field]: [string, unknown]) => others.every((other) => isSame(other.properties?.[name], field));
  return {
    ...schema,
    type: 'object',
    required,
    properties: Object.fromEntries(Object.entries(first.properties ?? {}).filter(alike)),
  };
}

function isSame(one: unknown, other: unknown): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}

const ofSchemas = new Set(['items', 'additionalProperties', 'allOf', 'anyOf', 'oneOf', 'not']);

/**
 * A copy of the schemas without their `default` annotations. JSON Schema only annotates with them; `z.fromJSONSchema`
 * fills them in, so that what is parsed would no longer equal what was sent.
 */
export function withoutDefaults(definitions: Definitions): Definitions {
  return mapValues(definitions, schemaWithoutDefaults) as Definitions;
}

function schemaWithoutDefaults(schema: unknown): unknown {
  if (Array.isArray(schema)) return schema.map(schemaWithoutDefaults);
  if (typeof schema !== 'object' || schema === null) return schema;
  const { default: _, ...rest } = schema as Record<string, unknown>;
  return mapValues(rest, (value, keyword) => {
    if (keyword === 'properties') return mapValues(value as Record<string, unknown>, schemaWithoutDefaults);
    return ofSchemas.has(keyword) ? schemaWithoutDefaults(value) : value;
  });
}

function mapValues(record: object, change: (value: unknown, key: string) => unknown): Record<string, unknown> {
  return Object.fromEntries(Object.entries(record).map(([key, value]) => [key, change(value, key)]));
}

import type { StandardSchemaV1 } from '@standard-schema/spec';

type Field = 'string' | 'number' | 'anything';

/**
 * A schema for a payload of a few named fields, which says itself as JSON Schema, too. A field `anything` may be absent. What
 * else a payload has comes from a newer copy, and is let through.
 */
export function fieldsSchema<Payload>(fields: { readonly [Name in keyof Payload]-?: Field }): StandardSchemaV1<Payload> {
  const entries = Object.entries<Field>(fields);
  const jsonSchema = () => ({
    type: 'object',
    properties: Object.fromEntries(entries.map(([name, type]) => [name, type === 'anything' ? {} : { type }])),
    required: entries.filter(([, type]) => type !== 'anything').map(([name]) => name),
  });
  const standard = {
    version: 1,
    vendor: 'busbar',
    validate(value: unknown) {
      if (typeof value !== 'object' || value === null) return { issues: [{ message: 'Expected an object' }] };
      const issues = entries
        .filter(([name, type]) => type !== 'anything' && typeof (value as Record<string, unknown>)[name] !== type)
        .map(([name, type]) => ({ path: [name], message: `Expected a ${type}` }));
      return issues.length > 0 ? { issues } : { value: value as Payload };
    },
    jsonSchema: { input: jsonSchema, output: jsonSchema },
  } as const;
  return { '~standard': standard };
}

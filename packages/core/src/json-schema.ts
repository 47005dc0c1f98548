import type { StandardSchemaV1 } from '@standard-schema/spec';

type WithJsonSchema = { readonly jsonSchema?: { input(options: { target: string }): unknown } };

/** What a schema takes, as JSON Schema text; undefined for schemas that cannot say it (Zod Mini, Valibot, custom types). */
export function jsonSchemaOf(schema: StandardSchemaV1): string | undefined {
  try {
    return JSON.stringify((schema['~standard'] as WithJsonSchema).jsonSchema?.input({ target: 'draft-2020-12' }));
  } catch {
    // What JSON Schema cannot express throws; there is nothing to read then.
    return undefined;
  }
}

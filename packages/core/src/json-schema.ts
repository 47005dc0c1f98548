import type { StandardSchemaV1 } from '@standard-schema/spec';

interface Options {
  readonly target: 'draft-2020-12';
  readonly libraryOptions: Readonly<Record<string, unknown>>;
}
type WithJsonSchema = { readonly jsonSchema?: { input(options: Options): unknown; output(options: Options): unknown } };

/** What JSON Schema cannot express (a bigint, a custom check) is left open instead of thrown, so that the rest can be read. */
const options: Options = { target: 'draft-2020-12', libraryOptions: { unrepresentable: 'any' } };

/** What a schema takes and gives, as JSON Schema text; undefined for schemas that cannot say it (Zod Mini, Valibot). */
export function jsonSchemaOf(schema: StandardSchemaV1): string | undefined {
  try {
    const { jsonSchema } = schema['~standard'] as WithJsonSchema;
    return jsonSchema && JSON.stringify([jsonSchema.input(options), jsonSchema.output(options)]);
  } catch {
    return undefined;
  }
}

import type { AnyEventContract } from '@busbar/core';
import type { StandardJSONSchemaV1 } from '@standard-schema/spec';
import type { JsonSchema } from '../json-schema/json-schema.ts';
import { arktypeFallback } from './arktype-fallback.ts';
import { canonicalSchema } from './canonical/canonical-schema.ts';
import type { SchemaConverter } from './schema-converter.ts';
import { UnreadableContractError } from './unreadable-contract-error.ts';
import type { Side } from './zod/is-optional.ts';
import { readZod } from './zod/read-zod.ts';
import { isZodSchema } from './zod/zod-schema.ts';

type Properties = AnyEventContract['schema']['~standard'] & Partial<StandardJSONSchemaV1.Props>;

/** What libraries are to do with what JSON Schema cannot say, in the words of each: leave it open, and mark it if they can. */
const libraryOptions = { unrepresentable: 'any', errorMode: 'ignore', fallback: arktypeFallback };
const advice: Readonly<Record<string, string>> = {
  valibot: 'install @valibot/to-json-schema and pass valibotConverter(toJsonSchema) as a converter',
};

/**
 * What a contract's schema takes or gives, in canonical form: by the converter that was passed for its library, from its
 * definition if Zod made it, else as it says itself by Standard JSON Schema.
 *
 * @throws UnreadableContractError where there is no way to read it.
 */
export function readSchema({ type, schema }: AnyEventContract, side: Side, converters: readonly SchemaConverter[]): JsonSchema {
  const { vendor, jsonSchema } = schema['~standard'] as Properties;
  const converter = converters.find((candidate) => candidate.vendor === vendor);
  try {
    if (converter) return canonicalSchema(asJson(converter.toJsonSchema(schema, side)));
    if (isZodSchema(schema)) return canonicalSchema(asJson(readZod(schema, side)));
    if (jsonSchema) return canonicalSchema(asJson(jsonSchema[side]({ target: 'draft-2020-12', libraryOptions })));
  } catch (error) {
    throw new UnreadableContractError(type, vendor, error instanceof Error ? error.message : String(error), error);
  }
  const what = advice[vendor] ?? `pass a converter for "${vendor}"`;
  throw new UnreadableContractError(type, vendor, `it does not say Standard JSON Schema. Either update ${vendor}, or ${what}.`);
}

/** Detached from the library's own objects, and free of what is no JSON. */
function asJson(schema: unknown): JsonSchema {
  return JSON.parse(JSON.stringify(schema)) as JsonSchema;
}

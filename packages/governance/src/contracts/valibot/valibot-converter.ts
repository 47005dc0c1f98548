import type { JsonSchemaObject } from '../../json-schema/json-schema.ts';
import type { SchemaConverter } from '../schema-converter.ts';

/** `toJsonSchema` of `@valibot/to-json-schema`. */
// biome-ignore lint/suspicious/noExplicitAny: its types come with Valibot, which this package does not depend on
export type ValibotToJsonSchema = (schema: any, config: any) => object;

interface ValibotSchema {
  readonly type: string;
  readonly entries?: Readonly<Record<string, { readonly type: string; readonly default?: unknown }>>;
}
interface SchemaContext {
  readonly valibotSchema: ValibotSchema;
  readonly jsonSchema: JsonSchemaObject;
  readonly errors?: readonly string[];
}
interface ActionContext {
  readonly valibotAction: { readonly kind: string; readonly type: string };
  readonly jsonSchema: JsonSchemaObject;
  readonly errors?: readonly string[];
}

/** Transformations after which a text is a text. */
const textToText = ['normalize', 'to_lower_case', 'to_upper_case', 'trim', 'trim_end', 'trim_start'];

/**
 * Reads contracts whose schemas Valibot made, with the `toJsonSchema` of `@valibot/to-json-schema`.
 *
 * An object drops what it does not name, so what it gives back is closed; a field with a default is there; what JSON Schema
 * cannot express (`check`, `transform`, `bigint`) is marked.
 *
 * @example
 * import { toJsonSchema } from '@valibot/to-json-schema';
 * describeContract(cart.itemAdded, { converters: [valibotConverter(toJsonSchema)] });
 */
export function valibotConverter(toJsonSchema: ValibotToJsonSchema): SchemaConverter {
  return {
    vendor: 'valibot',
    toJsonSchema(schema, side) {
      const isOutput = side === 'output';
      return toJsonSchema(schema, {
        target: 'draft-2020-12',
        typeMode: side,
        errorMode: 'ignore',
        overrideSchema: (context: SchemaContext) => readSchema(context, isOutput),
        overrideAction: (context: ActionContext) => readAction(context, isOutput),
      }) as JsonSchemaObject;
    },
  };
}

function readSchema({ valibotSchema, jsonSchema, errors }: SchemaContext, isOutput: boolean): JsonSchemaObject | undefined {
  const { type, entries } = valibotSchema;
  if (errors) return { 'x-type': type };
  if (type === 'intersect' && Array.isArray(jsonSchema['allOf'])) return pooled(jsonSchema['allOf']);
  if (!isOutput || !entries || !type.endsWith('object')) return undefined;
  const filled = Object.keys(entries).filter((name) => entries[name]!.default !== undefined);
  const required = [...new Set([...((jsonSchema['required'] ?? []) as string[]), ...filled])];
  return { ...jsonSchema, required, ...(type === 'object' && { additionalProperties: false }) };
}

/** The members of an intersection pool their fields: none of them may refuse what the others have. */
function pooled(members: readonly JsonSchemaObject[]): JsonSchemaObject {
  const isClosed = members.every((member) => member['additionalProperties'] === false);
  const open = members.map(({ additionalProperties, ...member }) =>
    additionalProperties === undefined || additionalProperties === false ? member : { ...member, additionalProperties },
  );
  return { allOf: open, ...(isClosed && { unevaluatedProperties: false }) };
}

function readAction({ valibotAction, jsonSchema, errors }: ActionContext, isOutput: boolean): JsonSchemaObject | undefined {
  if (!errors) return undefined;
  const { kind, type } = valibotAction;
  const isMade = isOutput && kind === 'transformation' && !textToText.includes(type);
  return isMade ? { 'x-type': 'transform' } : { ...jsonSchema, 'x-unseen': true };
}

import type { JsonSchemaObject } from '../../json-schema/json-schema.ts';
import { isOptional } from './is-optional.ts';
import { keywordChecksOf } from './read-checks.ts';
import { lengthsOf } from './read-text.ts';
import type { Place, Reading } from './read-whole.ts';
import type { ZodSchema } from './zod-schema.ts';

export function readArray(schema: ZodSchema, { read }: Reading): JsonSchemaObject {
  const items = read(schema._zod.def['element']);
  return { type: 'array', items, ...lengthsOf(keywordChecksOf(schema), 'minItems', 'maxItems') };
}

export function readTuple(schema: ZodSchema, { side, read }: Reading): JsonSchemaObject {
  const { items, rest } = schema._zod.def as unknown as { items: readonly ZodSchema[]; rest: ZodSchema | null };
  const needed = items.findLastIndex((item) => !isOptional(item, side)) + 1;
  return {
    type: 'array',
    prefixItems: items.map((item) => read(item)),
    items: rest ? read(rest) : false,
    ...(needed > 0 && { minItems: needed }),
    ...lengthsOf(keywordChecksOf(schema), 'minItems', 'maxItems'),
  };
}

/** What an object does not name is taken and dropped, unless it says otherwise: open where it is taken, closed where it is given. */
export function readObject({ _zod: { def } }: ZodSchema, { side, read }: Reading, { pooled }: Place): JsonSchemaObject {
  const shape = def['shape'] as Readonly<Record<string, ZodSchema>>;
  const fields = Object.entries(shape);
  const catchall = def['catchall'] as ZodSchema | undefined;
  const isStrict = catchall?._zod.def.type === 'never';
  const isClosed = isStrict || (!catchall && side === 'output');
  return {
    type: 'object',
    properties: Object.fromEntries(fields.map(([name, field]) => [name, read(field)])),
    required: fields.filter(([, field]) => !isOptional(field, side)).map(([name]) => name),
    ...(isClosed && !pooled && { additionalProperties: false }),
    ...(catchall && !isStrict && { additionalProperties: read(catchall) }),
  };
}

/** A record needs each of the keys that its key type lists, unless it is partial. */
export function readRecord(schema: ZodSchema, { side, read }: Reading): JsonSchemaObject {
  const { keyType, valueType, partial, mode } = schema._zod.def as unknown as RecordDefinition;
  const names = keyNames(read(keyType));
  const values = read(valueType);
  if (mode === 'loose' && typeof names['pattern'] === 'string') {
    return { type: 'object', patternProperties: { [names['pattern']]: values } };
  }
  const needed = partial || isOptional(valueType, side) ? [] : [...(keyType._zod.values ?? [])];
  return {
    type: 'object',
    propertyNames: names,
    additionalProperties: values,
    required: needed.filter((name) => ['string', 'number'].includes(typeof name)).map(String),
    ...lengthsOf(keywordChecksOf(schema), 'minProperties', 'maxProperties'),
  };
}

interface RecordDefinition {
  readonly keyType: ZodSchema;
  readonly valueType: ZodSchema;
  readonly partial?: boolean;
  readonly mode?: string;
}

/** Names are texts, also those of a record whose keys are numbers. */
function keyNames(names: JsonSchemaObject): JsonSchemaObject {
  const { type, enum: listed, const: only, anyOf } = names;
  if (Array.isArray(anyOf)) return { ...names, anyOf: anyOf.map(keyNames) };
  if (Array.isArray(listed)) return { type: 'string', enum: listed.map(String) };
  if (only !== undefined) return { type: 'string', const: String(only) };
  if (type !== 'number' && type !== 'integer') return names;
  return { type: 'string', pattern: type === 'integer' ? '^-?\\d+$' : '^-?\\d+(?:\\.\\d+)?$' };
}

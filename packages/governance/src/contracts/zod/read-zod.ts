import type { JsonSchema, JsonSchemaObject } from '../../json-schema/json-schema.ts';
import { constantOf } from './constant-of.ts';
import { type Side, sideOfPipe } from './is-optional.ts';
import { marksOf } from './read-checks.ts';
import { readArray, readObject, readRecord, readTuple } from './read-collections.ts';
import { readIntersection } from './read-intersection.ts';
import { readEnum, readLiteral } from './read-literals.ts';
import { readNumber } from './read-number.ts';
import { readText } from './read-text.ts';
import { type Place, type Reading, readWhole } from './read-whole.ts';
import { metadataOf, type ZodSchema } from './zod-schema.ts';

type ReadType = (schema: ZodSchema, reading: Reading, place: Place) => JsonSchemaObject;

/**
 * What a Zod schema takes or gives, as JSON Schema 2020-12, read from its definition.
 *
 * Zod's own `toJSONSchema` says the same thing otherwise in nearly every release, and nothing of checks that are code; the
 * definition is what its author wrote. Code is marked: `x-unseen` where it has no rule id, `x-type` for types that JSON
 * has not.
 *
 * @throws Error where two schemas have one id.
 */
export function readZod(schema: ZodSchema, side: Side): JsonSchema {
  return readWhole(schema, side, { body: readBody, notes: readNotes });
}

function readBody(schema: ZodSchema, reading: Reading, place: Place): JsonSchemaObject {
  const own = schema._zod.toJSONSchema?.();
  if (own) return own as JsonSchemaObject;
  const type = schema._zod.def.type as string;
  return types[type]?.(schema, reading, place) ?? { 'x-type': type };
}

const inner: ReadType = ({ _zod: { def } }, { read }, place) => read(def['innerType'], place);
const anything: ReadType = () => ({});
const nothing: ReadType = () => ({ 'x-type': 'undefined' });

const types: Readonly<Record<string, ReadType>> = {
  string: readText,
  number: readNumber,
  boolean: (schema) => ({ type: 'boolean', ...coercion(schema) }),
  null: () => ({ type: 'null' }),
  undefined: nothing,
  void: nothing,
  any: anything,
  unknown: anything,
  never: () => ({ not: {} }),
  enum: readEnum,
  literal: readLiteral,
  template_literal: ({ _zod: { pattern } }) => ({ type: 'string', pattern: pattern?.source }),
  success: () => ({ type: 'boolean' }),
  array: readArray,
  tuple: readTuple,
  object: readObject,
  record: readRecord,
  intersection: readIntersection,
  union: readUnion,
  custom: (schema) => (saysItself(schema) ? {} : { 'x-type': 'custom' }),
  nullable: (schema, reading, place) => ({ anyOf: [inner(schema, reading, place), { type: 'null' }] }),
  optional: inner,
  nonoptional: inner,
  readonly: inner,
  default: withDefault,
  prefault: (schema, reading, place) => (reading.side === 'input' ? withDefault : inner)(schema, reading, place),
  catch: withDefault,
  pipe: ({ _zod: { def } }, { side, read }, place) => read(sideOfPipe(def, side), place),
  lazy: ({ _zod: { innerType } }, { read }, place) => read(innerType, place),
};

/** An exclusive union means "one of them and no other"; where a field tells them apart, that is the same as "one of them". */
function readUnion({ _zod: { def } }: ZodSchema, { read }: Reading, place: Place): JsonSchemaObject {
  const branches = (def['options'] as readonly ZodSchema[]).map((option) => read(option, place));
  return def['inclusive'] === false && !def['discriminator'] ? { oneOf: branches } : { anyOf: branches };
}

/** Whether the author wrote the JSON Schema of a custom type into its metadata. */
function saysItself(schema: ZodSchema): boolean {
  const { type, anyOf, enum: values, const: value, $ref } = metadataOf(schema);
  return [type, anyOf, values, value, $ref].some((keyword) => keyword !== undefined);
}

/** A fallback is what is given: where that is made of something else, it says nothing of what is taken. */
function withDefault(schema: ZodSchema, reading: Reading, place: Place): JsonSchemaObject {
  const constant = constantOf(schema);
  if (!constant) return { ...inner(schema, reading, place), 'x-unseen': true };
  const isTaken = reading.side === 'output' || schema._zod.def.type === 'prefault' || !isMade(schema);
  return { ...inner(schema, reading, place), ...(isTaken && { default: constant.value }) };
}

function isMade({ _zod: { def } }: ZodSchema): boolean {
  return def.type === 'pipe' || (def['innerType'] !== undefined && isMade(def['innerType'] as ZodSchema));
}

function readNotes(schema: ZodSchema, { side }: Reading): JsonSchemaObject {
  const { id, rule, 'x-rule': xRule, ...metadata } = metadataOf(schema);
  return { ...coercion(schema), ...marksOf(schema, isCode(schema, side)), ...plain(metadata) };
}

/** What emitters may give is wider than what is published; how much wider, only the parser knows. */
function coercion({ _zod: { def } }: ZodSchema): JsonSchemaObject {
  return def['coerce'] === true ? { 'x-coerce': true } : {};
}

/** Whether the type itself is code: what it takes says nothing of what the code lets through. */
function isCode({ _zod: { def } }: ZodSchema, side: Side): boolean {
  if (def.type !== 'pipe') return false;
  const { in: first, out: last } = def as unknown as { in: ZodSchema; out: ZodSchema };
  const transforms = [first, last].some(({ _zod }) => _zod.def.type === 'transform');
  return side === 'input' && (transforms || typeof def['transform'] === 'function');
}

/** Metadata is written out as JSON; what JSON has no words for is left out. */
function plain(metadata: JsonSchemaObject): JsonSchemaObject {
  if (Object.keys(metadata).length === 0) return metadata;
  const text = JSON.stringify(metadata, (_name, value) => (typeof value === 'bigint' ? String(value) : value));
  return JSON.parse(text) as JsonSchemaObject;
}

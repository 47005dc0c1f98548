import type { JsonSchema, JsonSchemaObject } from '../json-schema/json-schema.ts';
import { isPlainObject } from '../json-schema/keyword-places.ts';

/** What decides about an object in the plain case. All else but notes for people is for the prover. */
const deciding = new Set(['type', 'properties', 'required', 'additionalProperties']);
const notes = new Set(['title', 'description', 'examples', 'tags', 'deprecated', 'default', '$comment']);
const references = new Set(['$ref', '$dynamicRef', '$recursiveRef']);

/**
 * Whether it can be seen without a proof that the reader takes everything that the writer admits: objects that differ in fields
 * which come and go, and are otherwise written alike. No is no answer.
 *
 * Most versions follow on each other like that, and a proof takes ten times as long.
 */
export function isPlainlyContained(writer: JsonSchema, reader: JsonSchema): boolean {
  if (isAlike(writer, reader)) return true;
  if (isPlainObjectSchema(writer)) return isPlainObjectSchema(reader) && isContained(writer, reader);
  if (!isPlainObject(writer) || !isPlainObject(reader)) return false;
  const [keyword, ...more] = parts.filter((part) => Object.hasOwn(writer, part));
  if (keyword === undefined || more.length > 0) return false;
  const { [keyword]: sent, ...besideSent } = writer;
  const { [keyword]: taken, ...besideTaken } = reader;
  if (Array.isArray(sent) !== Array.isArray(taken) || Object.keys(besideSent).some((name) => name.startsWith('unevaluated')))
    return false;
  return isAlike(besideSent, besideTaken) && areContained(listOf(sent), listOf(taken));
}

/** Items of a list, and alternatives: where each is contained in its like, the whole is. */
const parts = ['items', 'anyOf'];

function listOf(part: unknown): readonly unknown[] {
  return Array.isArray(part) ? part : [part];
}

function areContained(writers: readonly unknown[], readers: readonly unknown[]): boolean {
  return (
    writers.length === readers.length &&
    writers.every((writer, index) => isPlainlyContained(writer as JsonSchema, readers[index] as JsonSchema))
  );
}

function isContained(writer: ObjectSchema, reader: ObjectSchema): boolean {
  const isClosed = writer.additionalProperties === false;
  const [sent, known] = [writer.properties ?? {}, reader.properties ?? {}];
  const promised = writer.required ?? [];
  const knowsAll =
    reader.additionalProperties !== false || (isClosed && Object.keys(sent).every((name) => Object.hasOwn(known, name)));
  if (!knowsAll || !(reader.required ?? []).every((name) => promised.includes(name))) return false;
  return Object.keys(known).every((name) =>
    Object.hasOwn(sent, name) ? isPlainlyContained(sent[name]!, known[name]!) : isClosed,
  );
}

interface ObjectSchema {
  readonly properties?: Readonly<Record<string, JsonSchema>>;
  readonly required?: readonly string[];
  readonly additionalProperties?: false;
}

/** An object that is open or closed, and of which nothing is asked but certain fields. */
function isPlainObjectSchema(schema: JsonSchema): schema is JsonSchemaObject & ObjectSchema {
  if (!isPlainObject(schema) || schema['type'] !== 'object') return false;
  const { properties = {}, required = [], additionalProperties = false } = schema;
  if (!isPlainObject(properties) || !Array.isArray(required) || additionalProperties !== false) return false;
  return Object.keys(schema).every((keyword) => deciding.has(keyword) || notes.has(keyword));
}

/** Whether two schemas are the same, and refer to nothing: what a reference means depends on where it stands. */
function isAlike(one: unknown, other: unknown): boolean {
  if (typeof one !== 'object' || typeof other !== 'object' || one === null || other === null) return one === other;
  if (Array.isArray(one) || Array.isArray(other)) {
    if (!Array.isArray(one) || !Array.isArray(other) || one.length !== other.length) return false;
    return one.every((item, index) => isAlike(item, other[index]));
  }
  const names = Object.keys(one);
  if (names.length !== Object.keys(other).length) return false;
  return names.every(
    (name) => !references.has(name) && Object.hasOwn(other, name) && isAlike(one[name as never], other[name as never]),
  );
}

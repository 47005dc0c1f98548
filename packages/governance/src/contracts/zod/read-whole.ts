import { pointerTo } from '../../json-schema/json-pointer.ts';
import type { JsonSchema, JsonSchemaObject } from '../../json-schema/json-schema.ts';
import type { Side } from './is-optional.ts';
import { metadataOf, type ZodSchema } from './zod-schema.ts';

/** Where a schema stands. */
export interface Place {
  /** Below an intersection, whose members pool their fields: none of them may refuse what the others have. */
  readonly pooled?: boolean;
}

/** One reading of a schema and all in it, from one side. */
export interface Reading {
  readonly side: Side;
  /** Reads a schema of it. */
  read(schema: unknown, place?: Place): JsonSchemaObject;
}

/** How one schema is read: what its type says, and what is said beside it. */
export interface SchemaReader {
  body(schema: ZodSchema, reading: Reading, place: Place): JsonSchemaObject;
  notes(schema: ZodSchema, reading: Reading): JsonSchemaObject;
}

/** A schema that is being read; one that got a name stands among the `$defs`. */
interface Definition {
  readonly schema: ZodSchema;
  readonly notes: JsonSchemaObject;
  name?: string;
  body?: JsonSchemaObject;
}

/**
 * Reads a schema and all in it. What has an id, and what holds itself, goes to `$defs`.
 *
 * @throws Error where two schemas have one id.
 */
export function readWhole(root: ZodSchema, side: Side, reader: SchemaReader): JsonSchema {
  const known = new Map<unknown, Definition>();
  const named: Definition[] = [];
  const reading: Reading = { side, read: (schema, place = {}) => readSchema(schema as ZodSchema, place) };

  function readSchema(schema: ZodSchema, place: Place): JsonSchemaObject {
    const owner = ownerOfId(schema);
    const key = owner ?? schema._zod.def;
    const before = known.get(key);
    if (before && !(place.pooled && before.body)) return refer(before, schema);
    const source = owner ?? schema;
    const definition: Definition = { schema: source, notes: reader.notes(source, reading) };
    if (owner && !place.pooled) definition.name = claim(metadataOf(owner)['id'] as string);
    known.set(key, definition);
    const body = { ...reader.body(source, reading, place), ...definition.notes };
    if (!definition.name) return forget(key, before, body);
    definition.body = body;
    named.push(definition);
    return refer(definition, schema);
  }

  function refer(definition: Definition, schema: ZodSchema): JsonSchemaObject {
    definition.name ??= `__schema${known.size}-${named.length}`;
    const $ref = pointerTo('#', '$defs', definition.name);
    if (definition.schema === schema) return { $ref };
    const notes = Object.entries(reader.notes(schema, reading));
    return { $ref, ...Object.fromEntries(notes.filter(([name, value]) => definition.notes[name] !== value)) };
  }

  function forget(key: unknown, before: Definition | undefined, body: JsonSchemaObject): JsonSchemaObject {
    if (before) known.set(key, before);
    else known.delete(key);
    return body;
  }

  function claim(id: string): string {
    const taken = [...known.values()].some(({ name }) => name === id);
    if (taken) throw new Error(`Two schemas have the id "${id}". Give each an id of its own.`);
    return id;
  }

  const schema = reading.read(root);
  if (named.length === 0) return schema;
  return { ...schema, $defs: Object.fromEntries(named.map(({ name, body }) => [name, body])) };
}

/** The schema that brought the id: this one, or the one of which it is a repetition with other metadata. */
function ownerOfId(schema: ZodSchema): ZodSchema | undefined {
  const { parent, def } = schema._zod;
  if (typeof metadataOf(schema)['id'] === 'string') return schema;
  return parent && parent._zod.def === def ? ownerOfId(parent) : undefined;
}

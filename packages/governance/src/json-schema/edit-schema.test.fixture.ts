import fc, { type Arbitrary } from 'fast-check';
import { anyPart, anySchema, anyValue, names, type SchemaKinds } from './any-schema.test.fixture.ts';
import type { JsonSchema } from './json-schema.ts';
import { isPlainObject, schemaKeywords } from './keyword-places.ts';

/** A small change to a schema, as a developer makes it. `place` and `which` choose among what is there. */
export interface Edit {
  readonly kind: (typeof kinds)[number];
  readonly place: number;
  readonly which: number;
  readonly part: JsonSchema;
  readonly value: unknown;
}

type Writable = Record<string, unknown>;

const kinds = ['drop', 'nudge', 'merge', 'replace', 'value', 'required', 'property', 'union', 'close', 'wrap'] as const;

export const anyEdit: Arbitrary<Edit> = fc.record({
  kind: fc.constantFrom(...kinds),
  place: fc.nat(30),
  which: fc.nat(10),
  part: anyPart(1),
  value: anyValue,
});

/** A schema and what became of it by one to three small edits, sometimes by none. */
export function anyEditedPair(options?: SchemaKinds): Arbitrary<readonly [original: JsonSchema, updated: JsonSchema]> {
  return fc
    .tuple(anySchema(options), fc.array(anyEdit, { maxLength: 3 }))
    .map(([original, edits]) => [original, edits.reduce(editSchema, original)]);
}

/** Two schemas that have nothing to do with each other. */
export function anyUnrelatedPair(options?: SchemaKinds): Arbitrary<readonly [original: JsonSchema, updated: JsonSchema]> {
  return fc.tuple(anySchema(options), anySchema(options));
}

/** The schema with the edit made. The schema that is given stays as it is. */
export function editSchema(schema: JsonSchema, edit: Edit): JsonSchema {
  const copy = structuredClone(schema) as JsonSchema;
  const places = placesIn(copy);
  const target = places[edit.place % Math.max(places.length, 1)];
  if (!target) return edit.part;
  apply(target, edit);
  return copy;
}

/** All schema objects in a schema, itself among them. */
export function placesIn(schema: unknown): Writable[] {
  if (!isPlainObject(schema)) return [];
  const children: unknown[] = schemaKeywords.one.map((key) => schema[key]);
  for (const key of schemaKeywords.list) if (Array.isArray(schema[key])) children.push(...schema[key]);
  for (const key of schemaKeywords.map) if (isPlainObject(schema[key])) children.push(...Object.values(schema[key]));
  return [schema as Writable, ...children.flatMap(placesIn)];
}

const changes: Record<Edit['kind'], (schema: Writable, edit: Edit) => void> = {
  drop: (schema, { which }) => {
    const keys = Object.keys(schema).filter((key) => key !== '$defs');
    const key = keys[which % Math.max(keys.length, 1)];
    if (key !== undefined) delete schema[key];
  },
  nudge: (schema, { which }) => {
    const keys = Object.keys(schema).filter((key) => typeof schema[key] === 'number');
    const key = keys[which % Math.max(keys.length, 1)];
    if (key !== undefined)
      schema[key] = Math.max((schema[key] as number) + (which % 2 === 0 ? 1 : -1), key === 'multipleOf' ? 1 : -9);
    if (key !== undefined && /^(min|max)[A-Z]/.test(key)) schema[key] = Math.max(schema[key] as number, 0);
  },
  merge: (schema, { part }) => void Object.assign(schema, part),
  replace: (schema, { part }) => {
    for (const key of Object.keys(schema)) if (key !== '$defs') delete schema[key];
    Object.assign(schema, part === false ? { not: {} } : part);
  },
  value: (schema, { which, value }) => {
    if (!Array.isArray(schema['enum'])) schema['const'] = value;
    else if (which % 2 === 0) schema['enum'].push(value);
    else if (schema['enum'].length > 1) schema['enum'].pop();
  },
  required: (schema, { which }) => {
    const name = names[which % names.length] as string;
    const required = (schema['required'] ?? []) as string[];
    schema['required'] = required.includes(name) ? required.filter((other) => other !== name) : [...required, name];
  },
  property: (schema, { which, part }) => {
    const name = names[which % names.length] as string;
    const properties = { ...(schema['properties'] as Writable) };
    if (Object.hasOwn(properties, name) && which % 2 === 0) delete properties[name];
    else properties[name] = part;
    schema['properties'] = properties;
  },
  union: (schema, { which, part }) => {
    const keyword = (['anyOf', 'oneOf', 'allOf'] as const).find((key) => Array.isArray(schema[key])) ?? 'anyOf';
    const branches = [...((schema[keyword] ?? []) as unknown[])];
    if (which % 2 === 0 || branches.length < 2) branches.push(part);
    else branches.shift();
    schema[keyword] = branches;
  },
  close: (schema, { which, part }) => {
    schema['additionalProperties'] = [false, true, part][which % 3];
  },
  wrap: (schema, { which, part }) => {
    const inner = Object.fromEntries(Object.entries(schema).filter(([key]) => key !== '$defs'));
    for (const key of Object.keys(inner)) delete schema[key];
    const wrapped: readonly Writable[] = [
      { anyOf: [inner, part] },
      { allOf: [inner] },
      { oneOf: [inner] },
      { not: { not: inner } },
      { allOf: [inner, part] },
    ];
    Object.assign(schema, wrapped[which % wrapped.length]);
  },
};

function apply(schema: Writable, edit: Edit): void {
  changes[edit.kind](schema, edit);
}

import type { Definitions, JsonSchema } from './json-schema.ts';

type Step = string | number;
/** The way to a field: `['issue', 'labels', 0, 'name']`. */
export type FieldPath = readonly Step[];

/** Every field of a payload that its schema requires, outermost first. Looks into no alternatives: a field required by one of them is not required. */
export function requiredFieldsOf(payload: unknown, definition: string, definitions: Definitions): readonly FieldPath[] {
  const paths = [...requiredIn(payload, { $ref: `#/definitions/${definition}` }, definitions, [])];
  return [...new Map(paths.map((path) => [path.join('.'), path])).values()].sort((one, other) => one.length - other.length);
}

function* requiredIn(value: unknown, schema: JsonSchema, definitions: Definitions, path: FieldPath): Generator<FieldPath> {
  const parts = [
    ...(schema.$ref ? [definitions[schema.$ref.replace('#/definitions/', '')] as JsonSchema] : []),
    ...(schema.allOf ?? []),
  ];
  for (const part of parts) yield* requiredIn(value, part, definitions, path);
  if (typeof value !== 'object' || value === null || Array.isArray(schema.type)) return;
  if (!Array.isArray(value)) for (const name of schema.required ?? []) yield [...path, name];
  for (const [key, field] of Object.entries(value)) {
    const step = Array.isArray(value) ? Number(key) : key;
    yield* requiredIn(field, (Array.isArray(value) ? schema.items : schema.properties?.[key]) ?? {}, definitions, [
      ...path,
      step,
    ]);
  }
}

/** A copy of the payload that lacks one field. */
export function without<Payload>(payload: Payload, path: FieldPath): Payload {
  const copy = structuredClone(payload);
  const holder = path.slice(0, -1).reduce((node, step) => node[step] as Record<Step, unknown>, copy as Record<Step, unknown>);
  delete holder[path.at(-1) as Step];
  return copy;
}

import type { JsonSchemaObject } from '../../json-schema/json-schema.ts';

/** Keywords that say nothing about which values are valid, and those that the reading of shapes has used. */
const said = new Set([
  ...['$schema', '$id', 'id', '$defs', 'definitions', '$anchor', '$comment', '$ref', '$vocabulary'],
  ...['title', 'description', 'default', 'examples', 'example', 'deprecated', 'readOnly', 'writeOnly'],
  ...[
    'type',
    'properties',
    'required',
    'additionalProperties',
    'unevaluatedProperties',
    'items',
    'prefixItems',
    'additionalItems',
  ],
  ...['enum', 'const', 'format'],
  // What contracts say beside their schema, and what is told as such.
  ...['tags', 'rule'],
]);

/** Marks that contracts have where JSON Schema has no keyword. */
const deciding = ['x-type', 'x-checks'];

/** The bounds that Zod gives every whole number: those of a JavaScript number. */
const anyWholeNumber: Readonly<Record<string, unknown>> = {
  minimum: Number.MIN_SAFE_INTEGER,
  maximum: Number.MAX_SAFE_INTEGER,
};

/** The keywords of a schema that restrict values in a way that a shape does not express. */
export function constraintsOf(schema: JsonSchemaObject): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(schema).filter(
      ([keyword, value]) =>
        !said.has(keyword) &&
        (deciding.includes(keyword) || !keyword.startsWith('x-')) &&
        anyWholeNumber[keyword] !== value &&
        !(Array.isArray(value) && value.length === 0),
    ),
  );
}

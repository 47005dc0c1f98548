import type { JsonSchema, JsonSchemaObject } from '../src/json-schema/json-schema.ts';

/** Lines that each definition takes, more or less. */
const linesOfDefinition = 52;

/**
 * A schema of at least so many lines, in which every definition refers to itself, to the next one and back to the first.
 *
 * @param isEdited whether the last definition has one more optional field, so that two of them have to be compared to the end.
 */
export function recursiveSchema(lines: number, isEdited = false): JsonSchema {
  const count = Math.ceil(lines / linesOfDefinition);
  const names = Array.from({ length: count }, (_, index) => `node${index}`);
  const definitions = names.map((name, index) => [
    name,
    definitionOf(name, names[index + 1] ?? names[0]!, isEdited && index === count - 1),
  ]);
  return { $ref: '#/$defs/node0', $defs: Object.fromEntries(definitions) };
}

/** Lines of a schema as it would stand in a file. */
export function linesOf(schema: JsonSchema): number {
  return JSON.stringify(schema, null, 2).split('\n').length;
}

function definitionOf(name: string, next: string, isEdited: boolean): JsonSchemaObject {
  return {
    type: 'object',
    additionalProperties: false,
    properties: {
      id: { type: 'string', minLength: 1, maxLength: 64, pattern: `^${name}-[0-9]+$` },
      kind: { enum: [name, 'leaf', 'branch'] },
      weight: { type: 'number', minimum: 0, maximum: 1000 },
      self: { $ref: `#/$defs/${name}` },
      next: { anyOf: [{ $ref: `#/$defs/${next}` }, { type: 'null' }] },
      children: { type: 'array', maxItems: 100, items: { anyOf: [{ $ref: '#/$defs/node0' }, { $ref: `#/$defs/${next}` }] } },
      ...(isEdited && { note: { type: 'string' } }),
    },
    required: ['id', 'kind'],
  };
}

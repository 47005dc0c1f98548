import type { Kind, Meaning } from './understand.ts';

/** A JSON Schema, draft 2020-12. */
export interface JsonSchema {
  readonly [keyword: string]: unknown;
}

/** Writes what was understood as JSON Schema; `{}`, which takes anything, where nothing was seen. */
export function toJsonSchema({ kinds, isNullable, isPersonal }: Meaning): JsonSchema {
  const tags = isPersonal ? { tags: ['pii'] } : {};
  const all = [...kinds.map(schemaOf), ...(isNullable ? [{ type: 'null' }] : [])];
  if (all.length <= 1) return { ...all[0], ...tags };
  const onlyTypes = all.every((schema) => Object.keys(schema).length === 1 && 'type' in schema);
  return { ...(onlyTypes ? { type: all.map(({ type }) => type) } : { anyOf: all }), ...tags };
}

function schemaOf(kind: Kind): JsonSchema {
  switch (kind.kind) {
    case 'text':
      return { type: 'string', ...(kind.format && { format: kind.format }), ...(kind.values && { enum: kind.values }) };
    case 'list':
      return { type: 'array', items: toJsonSchema(kind.item) };
    case 'dictionary':
      return { type: 'object', additionalProperties: toJsonSchema(kind.value) };
    case 'record':
      return recordSchema(kind.fields);
    default:
      return { type: kind.kind };
  }
}

function recordSchema(fields: Readonly<Record<string, Meaning>>): JsonSchema {
  const entries = Object.entries(fields);
  const required = entries.filter(([, { isOptional }]) => !isOptional).map(([name]) => name);
  return {
    type: 'object',
    properties: Object.fromEntries(entries.map(([name, meaning]) => [name, toJsonSchema(meaning)])),
    ...(required.length > 0 && { required }),
  };
}

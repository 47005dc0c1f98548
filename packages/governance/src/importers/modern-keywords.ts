import { type Dialect, ignoresBesideReference } from '../json-schema/dialect.ts';
import type { JsonSchemaObject } from '../json-schema/json-schema.ts';
import { isPlainObject } from '../json-schema/keyword-places.ts';
import { illTypedIn } from './ill-typed.ts';

/** Keywords that say where a schema is, or what is said elsewhere; a schema that stands for itself needs none of them. */
const bookkeeping = [
  '$schema',
  '$id',
  'id',
  '$anchor',
  '$defs',
  'definitions',
  '$comment',
  '$vocabulary',
  'externalDocs',
  'discriminator',
];

/** Extensions that our exports write, and what they stand for in contracts. */
const words: Readonly<Record<string, string>> = { 'x-tags': 'tags', 'x-rule': 'rule' };

/**
 * One schema object with its keywords as 2020-12 has them; what is inside stays as it is.
 *
 * @param drop Told of each keyword that is left out since its value is of another kind than JSON Schema gives it.
 */
export function modernKeywords(schema: JsonSchemaObject, dialect: Dialect, drop: (keyword: string) => void): JsonSchemaObject {
  if (typeof schema['$ref'] === 'string' && ignoresBesideReference(dialect)) return { $ref: schema['$ref'] };
  const illTyped = illTypedIn(schema);
  illTyped.forEach(drop);
  const kept = Object.entries(schema)
    .filter(([keyword]) => !bookkeeping.includes(keyword) && !illTyped.includes(keyword))
    .map(([keyword, value]) => [words[keyword] ?? keyword, value]);
  return withItems(withDependencies(withBounds(Object.fromEntries(kept))));
}

/** In draft-04, a bound was made exclusive by a truth value beside it. */
function withBounds(schema: JsonSchemaObject): JsonSchemaObject {
  const result: Record<string, unknown> = { ...schema };
  for (const [bound, exclusive] of [
    ['minimum', 'exclusiveMinimum'],
    ['maximum', 'exclusiveMaximum'],
  ] as const) {
    if (typeof result[exclusive] !== 'boolean') continue;
    const isExclusive = result[exclusive] && typeof result[bound] === 'number';
    delete result[exclusive];
    if (!isExclusive) continue;
    result[exclusive] = result[bound];
    delete result[bound];
  }
  return result;
}

function withDependencies({ dependencies, ...schema }: JsonSchemaObject): JsonSchemaObject {
  if (!isPlainObject(dependencies)) return schema;
  const entries = Object.entries(dependencies);
  const [names, schemas] = [
    entries.filter(([, value]) => Array.isArray(value)),
    entries.filter(([, value]) => !Array.isArray(value)),
  ];
  return {
    ...schema,
    ...(names.length > 0 && { dependentRequired: { ...(schema['dependentRequired'] as object), ...Object.fromEntries(names) } }),
    ...(schemas.length > 0 && {
      dependentSchemas: { ...(schema['dependentSchemas'] as object), ...Object.fromEntries(schemas) },
    }),
  };
}

/** A list of schemas is what came first before 2020-12, and means nothing else there. */
function withItems({ additionalItems, ...schema }: JsonSchemaObject): JsonSchemaObject {
  if (!Array.isArray(schema['items'])) return schema;
  const { items, ...others } = schema;
  return { ...others, prefixItems: items, ...(additionalItems !== undefined && { items: additionalItems }) };
}

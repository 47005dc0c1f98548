/** Where a schema object holds further schemas, in any draft. Everything else is data. */
export const schemaKeywords = {
  /** One schema. */
  one: [
    'additionalItems',
    'additionalProperties',
    'contains',
    'contentSchema',
    'else',
    'if',
    'items',
    'not',
    'propertyNames',
    'then',
    'unevaluatedItems',
    'unevaluatedProperties',
  ],
  /** A list of schemas. */
  list: ['allOf', 'anyOf', 'items', 'oneOf', 'prefixItems'],
  /** Schemas by name. */
  map: ['$defs', 'definitions', 'dependencies', 'dependentSchemas', 'patternProperties', 'properties'],
} as const;

export function isPlainObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

export { compareSchemas } from './compare/compare-schemas.ts';
export type { Comparison, ComparisonPolicy, Difference } from './compare/difference.ts';
export type { DifferenceType } from './compare/difference-types.ts';
export { UnreadableSchemaError } from './compare/unreadable-schema-error.ts';
export type { JsonSchema } from './json-schema/json-schema.ts';
export { SchemaReferenceError } from './json-schema/schema-reference-error.ts';

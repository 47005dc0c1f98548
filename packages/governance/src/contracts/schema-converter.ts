import type { StandardSchemaV1 } from '@standard-schema/spec';
import type { JsonSchemaObject } from '../json-schema/json-schema.ts';

/**
 * Turns the schemas of a library that cannot say JSON Schema by itself into JSON Schema 2020-12.
 *
 * What it cannot express it should leave open and mark with `'x-unseen': true`, so that the gate can tell that nobody sees
 * it change.
 */
export interface SchemaConverter {
  /** The library's name, as its schemas give it: `valibot`. */
  readonly vendor: string;
  /** What the schema takes (`input`) or gives back (`output`). */
  toJsonSchema(schema: StandardSchemaV1, side: 'input' | 'output'): JsonSchemaObject;
}

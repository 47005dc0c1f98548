import type { SchemaField, Shape } from './schema-field.ts';

/** What a field is called and where it is. */
export interface FieldPlace {
  readonly name: string;
  /** A JSON pointer into the payload. */
  readonly place: string;
  readonly required?: boolean;
  readonly depth: number;
}

/** What is known while a schema is read, and how what is inside it is read in turn. */
export interface Reading {
  readonly document: unknown;
  readonly fieldTags: Readonly<Record<string, readonly string[]>>;
  readonly reads: Readonly<Record<string, readonly string[]>>;
  /** The ids given so far. */
  readonly anchors: Set<string>;
  /** Where the definition behind a reference is explained. */
  readonly explained: Map<string, { readonly anchor: string; readonly label: string }>;
  /** What references lead to that is said in one line, wherever they stand. */
  readonly plain: Map<string, Shape>;
  /** Reads the schema of a field, whose id begins with that of the field above it. */
  readonly field: (schema: unknown, place: FieldPlace, above: string) => SchemaField;
  /** Reads what values a schema admits, for the field with this id. */
  readonly shape: (schema: unknown, place: FieldPlace, anchor: string) => Shape;
}

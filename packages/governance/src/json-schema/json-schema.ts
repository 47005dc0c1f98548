/** A JSON Schema of any draft from 04 to 2020-12: an object of keywords, or `true` (anything) or `false` (nothing). */
export type JsonSchema = boolean | JsonSchemaObject;

/** The keywords of a schema, as they were written. */
export type JsonSchemaObject = Readonly<Record<string, unknown>>;

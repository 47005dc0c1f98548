/** The part of JSON Schema draft-07 that the webhook schemas use. */
export interface JsonSchema {
  readonly $ref?: string;
  readonly type?: string | readonly string[];
  readonly required?: readonly string[];
  readonly properties?: Readonly<Record<string, JsonSchema>>;
  readonly items?: JsonSchema;
  readonly oneOf?: readonly JsonSchema[];
  readonly allOf?: readonly JsonSchema[];
}

/** Schemas by name, which refer to one another as `#/definitions/<name>`. */
export type Definitions = Readonly<Record<string, JsonSchema>>;

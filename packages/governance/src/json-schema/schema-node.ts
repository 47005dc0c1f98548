import type { JsonSchemaObject } from './json-schema.ts';

/** The types that `type` can name. */
export type TypeName = 'null' | 'boolean' | 'integer' | 'number' | 'string' | 'array' | 'object';

/** A schema of an opened document: keywords in the vocabulary of draft 2020-12, whatever draft it was written in. */
export type Schema = boolean | SchemaNode;

/** Subschemas by name: of a property, of a pattern. */
export type SchemaMap = Readonly<Record<string, Schema>>;

/** A `$ref` (or `$dynamicRef`, `$recursiveRef`), and the way to what it means. */
export interface Reference {
  /** As it was written: `#/$defs/Item`. */
  readonly text: string;
  /**
   * The schema that is meant. The same object each time, so a recursive schema is a circle of objects.
   *
   * @throws SchemaReferenceError where the reference leads out of the document or to nothing.
   */
  follow(): Schema;
}

/**
 * One schema object of a document. Keywords of older drafts are here by their names of 2020-12: `items` as a list is `prefixItems`, the
 * `additionalItems` beside it `items`, `dependencies` is `dependentRequired` and `dependentSchemas`, a boolean `exclusiveMinimum` is
 * a number. A keyword whose value makes no sense is not here; neither is one that says nothing, such as `then` without `if`.
 */
export interface SchemaNode {
  /** The schema as it was written, with titles, defaults and keywords that nobody knows. */
  readonly raw: JsonSchemaObject;
  /** Where it stands in its document, as a JSON pointer: `#/properties/price`. Of several places, the first that was come by. */
  readonly at: string;
  readonly reference?: Reference;
  readonly type?: readonly TypeName[];
  readonly enum?: readonly unknown[];
  /** Ask `'const' in node`. */
  readonly const?: unknown;

  readonly minimum?: number;
  readonly maximum?: number;
  readonly exclusiveMinimum?: number;
  readonly exclusiveMaximum?: number;
  readonly multipleOf?: number;

  readonly minLength?: number;
  readonly maxLength?: number;
  readonly pattern?: string;
  readonly format?: string;
  readonly contentEncoding?: string;
  readonly contentMediaType?: string;

  readonly prefixItems?: readonly Schema[];
  readonly items?: Schema;
  /** Only where there is no `items` beside it, before 2020-12: there it says nothing to a validator, but some rules look at it. */
  readonly additionalItems?: Schema;
  readonly contains?: Schema;
  readonly minContains?: number;
  readonly maxContains?: number;
  readonly minItems?: number;
  readonly maxItems?: number;
  readonly uniqueItems?: boolean;
  readonly unevaluatedItems?: Schema;

  readonly properties?: SchemaMap;
  readonly patternProperties?: SchemaMap;
  readonly additionalProperties?: Schema;
  readonly propertyNames?: Schema;
  readonly required?: readonly string[];
  readonly minProperties?: number;
  readonly maxProperties?: number;
  readonly dependentRequired?: Readonly<Record<string, readonly string[]>>;
  readonly dependentSchemas?: SchemaMap;
  readonly unevaluatedProperties?: Schema;

  readonly allOf?: readonly Schema[];
  readonly anyOf?: readonly Schema[];
  readonly oneOf?: readonly Schema[];
  readonly not?: Schema;
  readonly if?: Schema;
  readonly then?: Schema;
  readonly else?: Schema;
}

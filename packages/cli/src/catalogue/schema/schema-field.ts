import type { Constraint } from './constraints.ts';

/** What a value may be. */
export interface Shape {
  /** The type in words: `list of objects`. */
  readonly words: string;
  readonly constraints: readonly Constraint[];
  readonly groups: readonly FieldGroup[];
  /** Where the same shape is explained already. Its groups are not repeated. */
  readonly sameAs?: { readonly anchor: string; readonly label: string };
}

/** Fields that belong to one value: those of an object, or the shapes that it may take. */
export interface FieldGroup {
  readonly label: string;
  readonly fields: readonly SchemaField[];
}

/** One line of a schema's tree. */
export interface SchemaField {
  /** The name of the field, `[0]` for a place in a list; for a branch what tells it from the others. */
  readonly name: string;
  /** Where it is in the payload, as a JSON pointer in which `*` stands for every item: /lines/*\/sku. */
  readonly place: string;
  /** The id of its element on the page. */
  readonly anchor: string;
  /** Undefined where nothing can be required, as for branches. */
  readonly required?: boolean;
  readonly shape: Shape;
  readonly description?: string;
  /** In a list of one, because a default can be anything. */
  readonly default?: readonly [unknown];
  readonly deprecated: boolean;
  readonly tags: readonly string[];
  /** The apps that were recorded to read it. */
  readonly readBy: readonly string[];
}

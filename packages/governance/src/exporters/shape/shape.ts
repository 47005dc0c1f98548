/** What is the same for all shapes. */
interface Node {
  /** Where in the payload: `/lines` and so on, with `*` for every item or unnamed field and `|card` for one of several forms. */
  readonly place: string;
  readonly title?: string;
  readonly description?: string;
  readonly deprecated?: boolean;
  readonly tags: readonly string[];
  /** Keywords that restrict values further than the shape does: `{ minLength: 1 }`. */
  readonly constraints: Readonly<Record<string, unknown>>;
}

/** A named field of an object. */
export interface Field {
  readonly name: string;
  readonly required: boolean;
  readonly shape: Shape;
  /** What a reader may put where the field is absent; boxed, since it may be undefined or null. */
  readonly default?: { readonly value: unknown };
}

export interface AnyShape extends Node {
  readonly kind: 'any';
}
/** No value at all. */
export interface NeverShape extends Node {
  readonly kind: 'never';
}
export interface NullShape extends Node {
  readonly kind: 'null';
}
export interface BooleanShape extends Node {
  readonly kind: 'boolean';
}
export interface StringShape extends Node {
  readonly kind: 'string';
  readonly format?: string;
}
export interface NumberShape extends Node {
  readonly kind: 'number';
}
/** A whole number; the bounds are inclusive and may be infinite. */
export interface IntegerShape extends Node {
  readonly kind: 'integer';
  readonly minimum: number;
  readonly maximum: number;
}
/** One of these values: plain data of any kind. */
export interface LiteralsShape extends Node {
  readonly kind: 'literals';
  readonly values: readonly unknown[];
}
export interface ArrayShape extends Node {
  readonly kind: 'array';
  readonly items: Shape;
}
/** A list whose first items have shapes of their own; `rest` is what may follow. */
export interface TupleShape extends Node {
  readonly kind: 'tuple';
  readonly items: readonly Shape[];
  /** How many of the items have to be there. */
  readonly required: number;
  readonly rest?: Shape;
}
export interface ObjectShape extends Node {
  readonly kind: 'object';
  readonly fields: readonly Field[];
  /** The shape of fields without a name here; absent where there are none, or the schema says nothing of them. */
  readonly rest?: Shape;
  /** Whether fields that are not named may be there though nothing is said of them. */
  readonly open: boolean;
}
export interface UnionShape extends Node {
  readonly kind: 'union';
  readonly members: readonly Shape[];
}
/** The shape of a place further out, again. */
export interface RecursionShape extends Node {
  readonly kind: 'recursion';
  /** That place. */
  readonly of: string;
}

/** What values look like, for formats that know types but not JSON Schema. Every value of the schema fits its shape. */
export type Shape =
  | AnyShape
  | NeverShape
  | NullShape
  | BooleanShape
  | StringShape
  | NumberShape
  | IntegerShape
  | LiteralsShape
  | ArrayShape
  | TupleShape
  | ObjectShape
  | UnionShape
  | RecursionShape;

/** Whether no field of an object has a name of its own: such a one is a map from names to values. */
export function isMap(shape: Shape): shape is ObjectShape & { readonly rest: Shape } {
  return shape.kind === 'object' && shape.fields.length === 0 && shape.rest !== undefined && shape.rest.kind !== 'never';
}

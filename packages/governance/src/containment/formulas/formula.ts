import type { SchemaNode } from '../../json-schema/schema-node.ts';
import type { Signature } from './signature.ts';

/**
 * What a schema says, in terms that can be reasoned about. Equal formulas are one object, so they can be told by identity. Atoms say
 * something about one type of value (`guard`) and hold for values of all others, as keywords of JSON Schema do.
 */
export type Formula = Constant | Types | Values | Atom | All | Any | One | Not | SchemaFormula;

interface Interned {
  readonly id: number;
  /** Made when it is first asked for. */
  signature?: Signature;
  /** As `signature`, without properties. */
  range?: Signature;
}

/** `true` or `false`. */
export interface Constant extends Interned {
  readonly op: 'constant';
  readonly holds: boolean;
}

/** The value is of one of these types. */
export interface Types extends Interned {
  readonly op: 'types';
  readonly mask: number;
}

/** The value is one of these. */
export interface Values extends Interned {
  readonly op: 'values';
  readonly values: readonly unknown[];
}

/** All parts hold. */
export interface All extends Interned {
  readonly op: 'all';
  readonly parts: readonly Formula[];
}

/** At least one part holds. */
export interface Any extends Interned {
  readonly op: 'any';
  readonly parts: readonly Formula[];
}

/** Exactly one part holds. */
export interface One extends Interned {
  readonly op: 'one';
  readonly parts: readonly Formula[];
}

export interface Not extends Interned {
  readonly op: 'not';
  readonly part: Formula;
}

/** A schema, taken apart when somebody asks for its parts. */
export interface SchemaFormula extends Interned {
  readonly op: 'schema';
  readonly node: SchemaNode;
  /** Whether it is the same in every document: no reference is in it. */
  readonly isPortable: boolean;
  parts?: readonly Part[];
}

/** What one keyword of a schema says. */
export interface Part {
  readonly keyword: string;
  /** Which of several: the place of a branch, the property that others depend on. */
  readonly name?: string | number;
  readonly formula: Formula;
}

/** Names of properties: these, and those that match a pattern. */
export interface Names {
  readonly names: ReadonlySet<string>;
  readonly patterns: readonly string[];
}

interface Unevaluated {
  readonly schema: Formula;
  /** The schemas on which it depends what is looked at: statements are the same only if these are. */
  readonly depends: string;
}

/** One statement about one type of value. */
export type Atom = Interned & { readonly op: 'atom'; readonly guard: number } & Statement;

export type Statement =
  | { readonly kind: 'lower' | 'upper'; readonly value: number; readonly exclusive: boolean }
  | { readonly kind: 'multiple'; readonly of: number }
  /** How long a string is in characters, how many items an array has, how many properties an object. */
  | { readonly kind: 'atLeast' | 'atMost'; readonly count: number }
  | { readonly kind: 'pattern' | 'format' | 'encoding' | 'mediaType'; readonly text: string }
  /** A marker of a type that JSON does not have. */
  | { readonly kind: 'opaque'; readonly text: string }
  /** The items at these places, both counted in; the last place may be without end. */
  | { readonly kind: 'items'; readonly from: number; readonly to: number; readonly schema: Formula }
  | { readonly kind: 'containsAtLeast' | 'containsAtMost'; readonly count: number; readonly schema: Formula }
  | { readonly kind: 'unique' }
  /** Items that no other keyword looked at: after `certain` places at least, after `possible` places at most. */
  | ({ readonly kind: 'unevaluatedItems'; readonly certain: number; readonly possible: number } & Unevaluated)
  | { readonly kind: 'required'; readonly name: string }
  /** The property, if it is there. */
  | { readonly kind: 'property'; readonly name: string; readonly schema: Formula }
  | { readonly kind: 'matching'; readonly pattern: string; readonly schema: Formula }
  /** All properties but those. */
  | ({ readonly kind: 'others'; readonly schema: Formula } & Names)
  /** Properties that no other keyword looked at. Which those are may depend on the value: `certain` are looked at always, `possible` sometimes. */
  | ({ readonly kind: 'unevaluated'; readonly certain: Names; readonly possible: Names } & Unevaluated)
  | { readonly kind: 'names'; readonly schema: Formula };

export type AtomOf<Kind extends Statement['kind']> = Atom & { readonly kind: Kind };

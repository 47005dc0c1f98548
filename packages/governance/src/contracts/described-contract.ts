import type { JsonSchema } from '../json-schema/json-schema.ts';

/** Where a contract is in its life. */
export type Lifecycle =
  /** Its shape may still change without a new version. */
  | 'draft'
  /** Its shape is fixed; another shape is another version. */
  | 'stable'
  /** To be left by the date, in favour of the successor if there is one. */
  | { readonly deprecated: string; readonly successor?: string };

/** A check that JSON Schema cannot express, told apart by the id that its author gave it. */
export interface Rule {
  /** Where in the schema: `#/properties/sku`. */
  readonly path: string;
  readonly id: string;
}

/** A place of a type that is no plain data. */
export interface NotPlain {
  /** Where in the schema: `#/properties/at`. */
  readonly path: string;
  /** The type, in the word of the schema library: `date`, `map`, `file`. */
  readonly kind: string;
}

/** One version of one contract as plain data: what is compared, locked, exported and shown. */
export interface DescribedContract {
  readonly type: string;
  readonly version: number;
  /** What emitters may give, as canonical JSON Schema 2020-12. */
  readonly input: JsonSchema;
  /** What is published, as canonical JSON Schema 2020-12. */
  readonly output: JsonSchema;
  readonly rules: readonly Rule[];
  /** Where the schema checks something that JSON Schema cannot express and that has no rule id: nobody sees it change. */
  readonly unseen: readonly string[];
  /** Where a payload would have to hold what is no plain data: the bus refuses every payload that does. Absent where there is none. */
  readonly notPlain?: readonly NotPlain[];
  /**
   * Tags of fields, by their place in the payload as a JSON pointer: `{ '/email': ['pii'], '/lines/*\/sku': ['stock'] }`. `*` is
   * any item or any value of a record, `**` any number of segments, and the empty pointer the payload itself.
   */
  readonly fieldTags: Readonly<Record<string, readonly string[]>>;
  /** Versions that have an `upcast` to the next one, and a `downcast` from the next one. */
  readonly casts: { readonly up: readonly number[]; readonly down: readonly number[] };
  readonly lifecycle: Lifecycle;
  readonly owner?: string;
  readonly summary?: string;
  readonly tags?: readonly string[];
  readonly examples?: readonly unknown[];
  readonly retain?: 'latest' | number | 'by-key';
  readonly dom?: 'both' | 'out' | 'off';
  readonly ttl?: number;
  /** What made the schema, for whoever wonders why it looks different: `zod 4.6.7`. */
  readonly library?: string;
}

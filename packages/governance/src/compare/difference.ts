import type { DifferenceType } from './difference-types.ts';

/**
 * By which rules a comparison decides.
 *
 * - `strict`, `lenient`: as Confluent's Schema Registry does for JSON Schema, in the two policies that it has.
 * - `parsed`: whether everything that one schema admits is admitted by the other. For writers that publish what their schema
 *   gives back and readers that take what their schema accepts, which is how the bus works.
 */
export type ComparisonPolicy = 'strict' | 'lenient' | 'parsed';

/** One thing that is not the same in the updated schema. */
export interface Difference {
  /** What changed, in the terms of Confluent's Schema Registry: `TYPE_CHANGED`, `MAX_LENGTH_DECREASED`. */
  readonly type: DifferenceType;
  /** Where: `#/properties/price`, `#/` for the root. */
  readonly path: string;
  /** Whether the policy takes it for a breaking change. */
  readonly breaking: boolean;
  /** One sentence for people: what the writer (the original schema) may send and what the reader (the updated one) takes. */
  readonly message: string;
  /**
   * `unchecked`: something that the rules of `strict` and `lenient` never look at. `tolerated`: these rules accept it, although
   * a value that the original schema admits may fail in the updated one.
   */
  readonly class?: 'unchecked' | 'tolerated';
}

/** What a comparison found. */
export interface Comparison {
  /** Whether none of the differences is breaking. */
  readonly compatible: boolean;
  readonly differences: readonly Difference[];
}

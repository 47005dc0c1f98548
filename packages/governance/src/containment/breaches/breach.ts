import type { DifferenceType } from '../../compare/difference-types.ts';

/** Where the reader does not take what the writer may send. */
export interface Breach {
  readonly type: DifferenceType;
  /** A JSON pointer into the reader's schema, `#` for the root. */
  readonly path: string;
  /** What the writer's schema has there, for the sentence. */
  readonly original?: unknown;
  /** What the reader's schema has there. */
  readonly updated?: unknown;
  /** The sentence, where that of the type would not do. `FIELD` stands for the name of the field. */
  readonly message?: string;
}

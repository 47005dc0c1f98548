import type { Arbitrary, LetrecLooselyTypedTie } from 'fast-check';
import type { Schema } from '../json-schema.ts';

/** What translating the parts of a schema needs to know of the whole. */
export interface Translation {
  readonly root: Schema;
  readonly tie: LetrecLooselyTypedTie;
  /** How deep recursive schemas go. */
  readonly depth: { readonly depthIdentifier: string; readonly maxDepth: number };
  /** Values of a part; `where` is for messages. @throws Error where there are none. */
  anyPart(schema: Schema, where: string): Arbitrary<unknown>;
}

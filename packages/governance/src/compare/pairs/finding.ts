import type { DifferenceType } from '../difference-types.ts';
import type { TypedSchema } from '../typed/typed-schema.ts';

/** A difference where it was found. */
export interface Finding {
  readonly type: DifferenceType;
  /** From the schema that is compared to the place: `/maxLength`. Empty for the schema itself. */
  readonly at: string;
  /** What the original and the updated schema have there, for the message. */
  readonly original?: unknown;
  readonly updated?: unknown;
  /** Another mark than that of its type. What is `unchecked` breaks nothing. */
  readonly class?: 'unchecked' | 'tolerated';
  /** The pair that would have to be compatible, to say why. */
  readonly because?: Pair;
  /** The rules report nothing here. It matters only where admitting more is not harmless: inside `oneOf` and `not`. */
  readonly isSilent?: true;
}

/** The way from a pair of schemas to what was compared inside it. */
export type Step =
  /** The differences in there are differences of the whole. `isExclusive`: in there, admitting more can make values fail. */
  | { readonly kind: 'inside'; readonly at: string; readonly pair: Pair; readonly isExclusive: boolean }
  /** Compared in reverse: what is excluded by the updated schema has to be excluded by the original one. */
  | { readonly kind: 'negated'; readonly at: string; readonly pair: Pair }
  /** The rules do not look here; any difference is one finding of the type. */
  | { readonly kind: 'unchecked'; readonly at: string; readonly pairs: readonly Pair[]; readonly type: DifferenceType };

/** Two schemas that were compared, and what came out. Recursive schemas make circles of pairs. */
export interface Pair {
  readonly original: TypedSchema;
  readonly updated: TypedSchema;
  readonly findings: readonly Finding[];
  readonly steps: readonly Step[];
  /** The updated schema does not take everything that the original one admits, as far as the policy goes. */
  readonly isBroken: boolean;
  /** How much was found, to prefer the matching with the fewest differences. */
  readonly weight: number;
}

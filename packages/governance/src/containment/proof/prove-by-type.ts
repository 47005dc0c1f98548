import type { Atom } from '../formulas/formula.ts';
import { typeBits } from '../formulas/type-mask.ts';
import { proveArrays } from './prove-arrays.ts';
import { proveNumbers } from './prove-numbers.ts';
import { proveObjects } from './prove-objects.ts';
import { proveStrings } from './prove-strings.ts';
import type { Prove } from './prover.ts';

/** A question about values of one type: nothing but statements about that type is left. */
export interface TypeGoal {
  readonly bit: number;
  readonly facts: readonly Atom[];
  readonly claims: readonly Atom[];
  readonly prove: Prove;
  /** Whether one of the claims holds for each of the values for which the facts do. */
  readonly holdsForAll: (values: readonly unknown[]) => boolean;
}

/** Whether every value of the type for which all facts hold makes one of the claims true. */
export function proveByType(goal: TypeGoal): boolean {
  switch (goal.bit) {
    case typeBits.number:
      return proveNumbers(goal);
    case typeBits.string:
      return proveStrings(goal);
    case typeBits.array:
      return proveArrays(goal);
    case typeBits.object:
      return proveObjects(goal);
    default:
      return false;
  }
}

import type { Atom } from '../formulas/formula.ts';

/** How many characters, items or properties there can be. */
export interface SizeRange {
  min: number;
  max: number;
}

/** The sizes for which facts hold and claims do not: only those need a proof. */
export function sizeRange(facts: readonly Atom[], claims: readonly Atom[], guard: number): SizeRange {
  const range: SizeRange = { min: 0, max: Number.POSITIVE_INFINITY };
  for (const fact of facts) {
    if (fact.guard !== guard) continue;
    if (fact.kind === 'atLeast') range.min = Math.max(range.min, fact.count);
    if (fact.kind === 'atMost') range.max = Math.min(range.max, fact.count);
  }
  for (const claim of claims) {
    if (claim.kind === 'atLeast') range.max = Math.min(range.max, claim.count - 1);
    if (claim.kind === 'atMost') range.min = Math.max(range.min, claim.count + 1);
  }
  return range;
}

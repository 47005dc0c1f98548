import { admits } from '../formulas/admits.ts';
import type { Any, Formula, One } from '../formulas/formula.ts';
import { any, FALSE, TRUE } from '../formulas/intern.ts';
import { partsOf } from '../formulas/parts-of.ts';
import { areDisjoint, signatureOf } from '../formulas/signature.ts';
import { bitsOf, isSingle, jsonTypes, listedTypes, typeOf } from '../formulas/type-mask.ts';
import { type Conjunction, Goal } from './goal.ts';
import { casesByProperty, chosen, signatureOfGoal, withFacts, withOnly } from './goal-cases.ts';
import { proveByType } from './prove-by-type.ts';
import { Verdicts } from './verdicts.ts';

/** Asks whether every value for which all facts hold makes one of the claims true. Only a proof answers yes. */
export type Prove = (facts: readonly Formula[], claims: readonly Formula[]) => boolean;

export interface ProverOptions {
  /** Types that values can be of. Default: those of JSON. */
  readonly mask?: number;
  /** How many steps are made before it gives up. Default: 100,000. */
  readonly steps?: number;
}

/**
 * Decides containment. It is a sequent calculus: schemas that hold on one side, schemas of which one is to hold on the other, taken
 * apart until facts and claims about one type of value are left. A question about a part of a value (a property, an item) may
 * assume the answer that it is part of: values are finite, so this is induction on their size.
 */
export class Prover {
  /** Types that values can be of. */
  readonly mask: number;
  private readonly allowed: number;
  private readonly verdicts = new Verdicts();
  private steps = 0;

  constructor({ mask = jsonTypes, steps = 100_000 }: ProverOptions = {}) {
    this.mask = mask;
    this.allowed = steps;
  }

  /** Whether the bound on steps was met, so that a no means that nobody knows. */
  get isExhausted(): boolean {
    return this.steps > this.allowed;
  }

  /** Allows as many steps again. */
  rest(): void {
    this.steps = 0;
  }

  readonly prove: Prove = (facts, claims) => {
    if (claims.includes(TRUE) || facts.includes(FALSE)) return true;
    if (facts.some((fact) => claims.includes(fact))) return true;
    return this.verdicts.decide(`${keyOf(facts)}|${keyOf(claims)}`, () => {
      const goal = new Goal(undefined, this.mask);
      for (const fact of facts) goal.addFact(fact);
      for (const claim of claims) goal.addClaim(claim);
      return this.solve(goal);
    });
  };

  private solve(goal: Goal): boolean {
    if (goal.isClosed) return true;
    if (++this.steps > this.allowed) return false;
    if (goal.values) return this.holdsForAll(goal, goal.values);
    if ((goal.mask & listedTypes) === 0) return this.solveUnions(goal);
    if (!this.holdsForAll(goal, [null, true, false])) return false;
    return (goal.mask & ~listedTypes) === 0 || this.solveUnions(goal.within(~listedTypes));
  }

  private solveUnions(goal: Goal): boolean {
    const claimed = goal.conjunctions.length;
    if (claimed + goal.claims.length > 1 && claimed > 0) {
      const signature = signatureOfGoal(goal);
      goal.conjunctions = goal.conjunctions.filter((claim) => !areDisjoint(signature, signatureOf(claim)));
    }
    const [only] = goal.conjunctions;
    if (!only) return this.solveAtoms(goal);
    return goal.conjunctions.length === 1 ? this.proveConjunction(goal, only) : this.solveSeveral(goal);
  }

  /** Several schemas are claimed, and one of them would do. */
  private solveSeveral(goal: Goal): boolean {
    if (!isSingle(goal.mask)) return bitsOf(goal.mask).every((bit) => this.solve(goal.within(bit)));
    if (goal.options.length > 0) return this.splitOption(goal);
    const cases = casesByProperty(goal);
    if (cases) return cases.every((one) => this.solve(one));
    return goal.conjunctions.some((claim) => this.proveConjunction(withOnly(goal, claim), claim)) || this.proveProduct(goal);
  }

  /** Takes one of the schemas apart and keeps the others as claims. */
  private proveProduct(goal: Goal): boolean {
    const [first] = goal.conjunctions;
    return first !== undefined && goal.claims.length < 12 && this.proveConjunction(goal, first);
  }

  private proveConjunction(goal: Goal, claim: Conjunction): boolean {
    if (claim.op === 'one') return this.proveOne(goal, claim);
    const parts = claim.op === 'all' ? claim.parts : partsOf(claim).map((part) => part.formula);
    return parts.every((part) => goal.isKnown(part) || this.provePart(goal, claim, part));
  }

  private provePart(goal: Goal, claim: Conjunction, part: Formula): boolean {
    const isAlone = goal.conjunctions.length === 1 && goal.claims.length === 0 && goal.options.length === 0;
    if (isAlone && part.op === 'atom' && isSingle(part.guard))
      return (goal.mask & part.guard) === 0 || this.proveAtom(goal, part);
    const next = goal.without(claim);
    next.addClaim(part);
    return this.solve(next);
  }

  private proveAtom(goal: Goal, claim: Goal['claims'][number] & { readonly op: 'atom' }): boolean {
    this.steps++;
    const isTrueOf = (list: readonly unknown[]) =>
      list.every((value) => admits(claim, value) || goal.facts.some((fact) => admits(fact, value) === false));
    return proveByType({ bit: claim.guard, facts: goal.facts, claims: [claim], prove: this.prove, holdsForAll: isTrueOf });
  }

  /** Exactly one: one of them for sure, and never two of them. */
  private proveOne(goal: Goal, claim: One): boolean {
    const rest = goal.without(claim);
    const signature = signatureOfGoal(rest);
    const possible = claim.parts.filter((part) => !areDisjoint(signature, signatureOf(part)));
    const live = possible.length < 2 ? possible : possible.filter((part) => !this.solve(withFacts(rest, part)));
    const covered = rest.copy();
    covered.addClaim(any(live));
    if (!this.solve(covered)) return false;
    return live.every((part, index) => live.slice(0, index).every((other) => this.solve(withFacts(rest, part, other))));
  }

  private solveAtoms(goal: Goal): boolean {
    if (!isSingle(goal.mask)) return bitsOf(goal.mask).every((bit) => this.solve(goal.within(bit)));
    const { facts, mask: bit } = goal;
    const claims = goal.claims.filter((claim) => claim.op === 'atom');
    if (proveByType({ bit, facts, claims, prove: this.prove, holdsForAll: (list) => this.holdsForAll(goal, list) })) return true;
    return goal.options.length > 0 && this.splitOption(goal);
  }

  /** Looks at each part that a fact leaves open, the fact with the fewest parts first. */
  private splitOption(goal: Goal): boolean {
    const signature = signatureOfGoal(goal);
    let best: { readonly option: Any | One; readonly live: readonly Formula[] } | undefined;
    for (const option of goal.options) {
      const live = option.parts.filter((part) => !areDisjoint(signature, signatureOf(part)));
      if (!best || live.length < best.live.length) best = { option, live };
    }
    if (!best) return false;
    const { option, live } = best;
    return live.every((part) => this.solve(chosen(goal, option, part, live)));
  }

  private holdsForAll(goal: Goal, list: readonly unknown[]): boolean {
    return list.every(
      (value) =>
        (goal.mask & typeOf(value)) === 0 ||
        goal.facts.some((fact) => admits(fact, value) === false) ||
        goal.options.some((fact) => admits(fact, value) === false) ||
        goal.claims.some((claim) => admits(claim, value)) ||
        goal.conjunctions.some((claim) => admits(claim, value)),
    );
  }
}

function keyOf(formulas: readonly Formula[]): string {
  if (formulas.length === 1) return String(formulas[0]?.id);
  return [...new Set(formulas.map(({ id }) => id))].sort((a, b) => a - b).join();
}

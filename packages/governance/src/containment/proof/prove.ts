import { admits } from '../formulas/admits.ts';
import type { Any, Formula, One } from '../formulas/formula.ts';
import { any, atom, FALSE, TRUE, values } from '../formulas/intern.ts';
import { partsOf } from '../formulas/parts-of.ts';
import { areDisjoint, type Signature, signatureOf, signatureOfAll } from '../formulas/signature.ts';
import { bitsOf, isSingle, jsonTypes, listedTypes, typeBits, typeOf } from '../formulas/type-mask.ts';
import { type Conjunction, Goal } from './goal.ts';
import { proveByType } from './prove-by-type.ts';
import { createVerdicts } from './verdicts.ts';

/** Asks whether every value for which all facts hold makes one of the claims true. Only a proof answers yes. */
export type Prove = (facts: readonly Formula[], claims: readonly Formula[]) => boolean;

export interface ProverOptions {
  /** Types that values can be of. Default: those of JSON. */
  readonly mask?: number;
  /** How many steps are made before it gives up. Default: 100,000. */
  readonly steps?: number;
}

export interface Prover {
  readonly prove: Prove;
  /** Types that values can be of. */
  readonly mask: number;
  /** Whether the bound on steps was met, so that a no means that nobody knows. */
  isExhausted(): boolean;
  /** Allows as many steps again. */
  rest(): void;
}

/**
 * Creates what decides containment. It is a sequent calculus: schemas that hold on one side, schemas of which one is to hold on the other,
 * taken apart until facts and claims about one type of value are left. A question about a part of a value (a property, an item) may
 * assume the answer that it is part of: values are finite, so this is induction on their size.
 */
export function createProver({ mask = jsonTypes, steps: allowed = 100_000 }: ProverOptions = {}): Prover {
  const verdicts = createVerdicts();
  let steps = 0;
  return { prove, mask, isExhausted: () => steps > allowed, rest };

  function rest(): void {
    if (steps > allowed) verdicts.forget();
    steps = 0;
  }

  function prove(facts: readonly Formula[], claims: readonly Formula[]): boolean {
    if (claims.includes(TRUE) || facts.includes(FALSE)) return true;
    if (facts.some((fact) => claims.includes(fact))) return true;
    return verdicts.decide(`${keyOf(facts)}|${keyOf(claims)}`, () => {
      const goal = new Goal(undefined, mask);
      for (const fact of facts) goal.addFact(fact);
      for (const claim of claims) goal.addClaim(claim);
      return solve(goal);
    });
  }

  function solve(goal: Goal): boolean {
    if (goal.isClosed) return true;
    if (++steps > allowed) return false;
    if (goal.values) return holdsForAll(goal, goal.values);
    if ((goal.mask & listedTypes) === 0) return solveUnions(goal);
    if (!holdsForAll(goal, [null, true, false])) return false;
    return (goal.mask & ~listedTypes) === 0 || solveUnions(goal.within(~listedTypes));
  }

  function solveUnions(goal: Goal): boolean {
    const claimed = goal.conjunctions.length;
    if (claimed + goal.claims.length > 1 && claimed > 0) {
      const signature = signatureOfGoal(goal);
      goal.conjunctions = goal.conjunctions.filter((claim) => !areDisjoint(signature, signatureOf(claim)));
    }
    const [only] = goal.conjunctions;
    if (!only) return solveAtoms(goal);
    return goal.conjunctions.length === 1 ? proveConjunction(goal, only) : solveSeveral(goal);
  }

  /** Several schemas are claimed, and one of them would do. */
  function solveSeveral(goal: Goal): boolean {
    if (!isSingle(goal.mask)) return bitsOf(goal.mask).every((bit) => solve(goal.within(bit)));
    if (goal.options.length > 0) return splitOption(goal);
    const cases = casesByProperty(goal);
    if (cases) return cases.every(solve);
    return goal.conjunctions.some((claim) => proveConjunction(only(goal, claim), claim)) || proveProduct(goal);
  }

  /** Takes one of the schemas apart and keeps the others as claims. */
  function proveProduct(goal: Goal): boolean {
    const [first] = goal.conjunctions;
    return first !== undefined && goal.claims.length < 12 && proveConjunction(goal, first);
  }

  function proveConjunction(goal: Goal, claim: Conjunction): boolean {
    if (claim.op === 'one') return proveOne(goal, claim);
    const parts = claim.op === 'all' ? claim.parts : partsOf(claim).map((part) => part.formula);
    return parts.every((part) => goal.isKnown(part) || provePart(goal, claim, part));
  }

  function provePart(goal: Goal, claim: Conjunction, part: Formula): boolean {
    const isAlone = goal.conjunctions.length === 1 && goal.claims.length === 0 && goal.options.length === 0;
    if (isAlone && part.op === 'atom' && isSingle(part.guard)) return (goal.mask & part.guard) === 0 || proveAtom(goal, part);
    const next = goal.without(claim);
    next.addClaim(part);
    return solve(next);
  }

  function proveAtom(goal: Goal, claim: Goal['claims'][number] & { readonly op: 'atom' }): boolean {
    steps++;
    const isTrueOf = (list: readonly unknown[]) =>
      list.every((value) => admits(claim, value) || goal.facts.some((fact) => admits(fact, value) === false));
    return proveByType({ bit: claim.guard, facts: goal.facts, claims: [claim], prove, holdsForAll: isTrueOf });
  }

  /** Exactly one: one of them for sure, and never two of them. */
  function proveOne(goal: Goal, claim: One): boolean {
    const rest = goal.without(claim);
    const signature = signatureOfGoal(rest);
    const possible = claim.parts.filter((part) => !areDisjoint(signature, signatureOf(part)));
    const live = possible.length < 2 ? possible : possible.filter((part) => !solve(withFacts(rest, part)));
    const covered = rest.copy();
    covered.addClaim(any(live));
    if (!solve(covered)) return false;
    return live.every((part, index) => live.slice(0, index).every((other) => solve(withFacts(rest, part, other))));
  }

  function solveAtoms(goal: Goal): boolean {
    if (!isSingle(goal.mask)) return bitsOf(goal.mask).every((bit) => solve(goal.within(bit)));
    const { facts, mask: bit } = goal;
    const claims = goal.claims.filter((claim) => claim.op === 'atom');
    if (proveByType({ bit, facts, claims, prove, holdsForAll: (list) => holdsForAll(goal, list) })) return true;
    return goal.options.length > 0 && splitOption(goal);
  }

  /** Looks at each part that a fact leaves open, the fact with the fewest parts first. */
  function splitOption(goal: Goal): boolean {
    const signature = signatureOfGoal(goal);
    let best: { readonly option: Any | One; readonly live: readonly Formula[] } | undefined;
    for (const option of goal.options) {
      const live = option.parts.filter((part) => !areDisjoint(signature, signatureOf(part)));
      if (!best || live.length < best.live.length) best = { option, live };
    }
    if (!best) return false;
    const { option, live } = best;
    return live.every((part) => solve(chosen(goal, option, part, live)));
  }

  function holdsForAll(goal: Goal, list: readonly unknown[]): boolean {
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

function signatureOfGoal(goal: Goal): Signature {
  const signature = signatureOfAll(goal.facts);
  return { ...signature, mask: signature.mask & goal.mask };
}

function withFacts(goal: Goal, ...facts: readonly Formula[]): Goal {
  const next = goal.copy();
  for (const fact of facts) next.addFact(fact);
  return next;
}

function only(goal: Goal, claim: Conjunction): Goal {
  const next = goal.copy();
  next.conjunctions = [claim];
  return next;
}

function chosen(goal: Goal, option: Any | One, part: Formula, live: readonly Formula[]): Goal {
  const next = goal.copy();
  next.options = next.options.filter((other) => other !== option);
  next.addFact(part);
  const signature = signatureOf(part);
  if (option.op === 'one') {
    for (const other of live) if (other !== part && !areDisjoint(signature, signatureOf(other))) next.addClaim(other);
  }
  return next;
}

/** Where branches are told apart by a property with few values: a goal for each of these values. */
function casesByProperty(goal: Goal): Goal[] | undefined {
  if (goal.mask !== typeBits.object) return undefined;
  for (const [name, { isRequired, values: list }] of signatureOfGoal(goal).properties) {
    if (!isRequired || !list || list.length < 2 || list.length > 32) continue;
    if (!goal.conjunctions.some((claim) => signatureOf(claim).properties.get(name)?.values)) continue;
    return list.map((value) => withFacts(goal, atom({ kind: 'property', name, schema: values([value]) })));
  }
  return undefined;
}

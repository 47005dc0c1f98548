import { sameJson } from '../../json-schema/same-json.ts';
import type { All, Any, Atom, Formula, One, SchemaFormula, Values } from '../formulas/formula.ts';
import { partsOf } from '../formulas/parts-of.ts';
import { allTypes, typeOf } from '../formulas/type-mask.ts';

/** A claim that is many claims at once. */
export type Conjunction = All | One | SchemaFormula;

/**
 * One question: does every value for which all facts hold make at least one of the claims true? Saying so much that the answer
 * is yes closes the goal.
 */
export class Goal {
  /** Types that are left to look at. */
  mask: number;
  isClosed = false;
  /** The only values that the facts leave. */
  values: readonly unknown[] | undefined;
  facts: Atom[] = [];
  /** Facts of which one part holds. */
  options: (Any | One)[] = [];
  claims: (Atom | Values)[] = [];
  /** Claims of which all parts have to hold. */
  conjunctions: Conjunction[] = [];
  private readonly known: Set<Formula>;
  private readonly claimed: Set<Formula>;

  constructor(from?: Goal, mask: number = allTypes) {
    this.mask = from?.mask ?? mask;
    this.values = from?.values;
    this.known = new Set(from?.known);
    this.claimed = new Set(from?.claimed);
    if (!from) return;
    this.isClosed = from.isClosed;
    this.facts = from.facts.slice();
    this.options = from.options.slice();
    this.claims = from.claims.slice();
    this.conjunctions = from.conjunctions.slice();
  }

  copy(): Goal {
    return new Goal(this);
  }

  within(mask: number): Goal {
    const goal = this.copy();
    goal.mask &= mask;
    return goal;
  }

  /** As this, but for a claim that is being taken apart. It is not claimed again, so a schema that leads to itself has an end. */
  without(claim: Conjunction): Goal {
    const goal = this.copy();
    goal.conjunctions = goal.conjunctions.filter((other) => other !== claim);
    return goal;
  }

  isKnown(formula: Formula): boolean {
    return this.known.has(formula);
  }

  addFact(fact: Formula): void {
    if (this.known.has(fact) || this.isClosed) return;
    this.known.add(fact);
    if (this.claimed.has(fact)) this.isClosed = true;
    else this.learn(fact);
  }

  addClaim(claim: Formula): void {
    if (this.claimed.has(claim) || this.isClosed) return;
    this.claimed.add(claim);
    if (this.known.has(claim)) this.isClosed = true;
    else this.claim(claim);
  }

  private learn(fact: Formula): void {
    switch (fact.op) {
      case 'constant':
        this.isClosed ||= !fact.holds;
        break;
      case 'types':
        this.restrict(fact.mask);
        break;
      case 'values':
        this.values = this.values ? this.values.filter((value) => isAmong(value, fact.values)) : fact.values;
        this.restrict(this.values.reduce<number>((mask, value) => mask | typeOf(value), 0));
        break;
      case 'all':
        for (const part of fact.parts) this.addFact(part);
        break;
      case 'schema':
        for (const part of partsOf(fact)) this.addFact(part.formula);
        break;
      case 'not':
        this.addClaim(fact.part);
        break;
      case 'atom':
        this.facts.push(fact);
        break;
      default:
        this.options.push(fact);
    }
  }

  private claim(claim: Formula): void {
    switch (claim.op) {
      case 'constant':
        this.isClosed ||= claim.holds;
        break;
      case 'types':
        this.restrict(~claim.mask);
        break;
      case 'not':
        this.addFact(claim.part);
        break;
      case 'any':
        for (const part of claim.parts) this.addClaim(part);
        break;
      case 'atom':
        // For values of other types an atom holds, so they need no further proof.
        this.restrict(claim.guard);
        this.claims.push(claim);
        break;
      case 'values':
        this.claims.push(claim);
        break;
      default:
        this.claimAll(claim);
    }
  }

  private claimAll(claim: Conjunction): void {
    if (claim.op !== 'schema') this.conjunctions.push(claim);
    else {
      const parts = partsOf(claim);
      const [only] = parts;
      if (!only) this.isClosed = true;
      else if (parts.length === 1) this.addClaim(only.formula);
      else this.conjunctions.push(claim);
    }
  }

  private restrict(mask: number): void {
    this.mask &= mask;
    if (this.mask === 0) this.isClosed = true;
  }
}

function isAmong(value: unknown, values: readonly unknown[]): boolean {
  return values.some((other) => sameJson(other, value));
}

import type { Any, Formula, One } from '../formulas/formula.ts';
import { atom, values } from '../formulas/intern.ts';
import { areDisjoint, type Signature, signatureOf, signatureOfAll } from '../formulas/signature.ts';
import { typeBits } from '../formulas/type-mask.ts';
import type { Conjunction, Goal } from './goal.ts';

/** What can be told of the values of a goal at a glance. */
export function signatureOfGoal(goal: Goal): Signature {
  const signature = signatureOfAll(goal.facts);
  return { ...signature, mask: signature.mask & goal.mask };
}

/** The goal with more facts. */
export function withFacts(goal: Goal, ...facts: readonly Formula[]): Goal {
  const next = goal.copy();
  for (const fact of facts) next.addFact(fact);
  return next;
}

/** The goal with this claim alone of all that are many claims at once. */
export function withOnly(goal: Goal, claim: Conjunction): Goal {
  const next = goal.copy();
  next.conjunctions = [claim];
  return next;
}

/** The goal where one part of a fact is the one that holds. */
export function chosen(goal: Goal, option: Any | One, part: Formula, live: readonly Formula[]): Goal {
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
export function casesByProperty(goal: Goal): Goal[] | undefined {
  if (goal.mask !== typeBits.object) return undefined;
  for (const [name, { isRequired, values: list }] of signatureOfGoal(goal).properties) {
    if (!isRequired || !list || list.length < 2 || list.length > 32) continue;
    if (!goal.conjunctions.some((claim) => signatureOf(claim).properties.get(name)?.values)) continue;
    return list.map((value) => withFacts(goal, atom({ kind: 'property', name, schema: values([value]) })));
  }
  return undefined;
}

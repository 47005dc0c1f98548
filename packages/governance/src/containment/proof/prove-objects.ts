import type { Atom, Formula } from '../formulas/formula.ts';
import { FALSE } from '../formulas/intern.ts';
import { typeBits } from '../formulas/type-mask.ts';
import { ObjectView } from './object-view.ts';
import type { TypeGoal } from './prove-by-type.ts';
import { proveNames } from './prove-names.ts';
import { sizeRange } from './size-range.ts';

/** What an object is like that makes all claims false. */
interface Counterexample {
  /** Properties that it has not. */
  readonly absent: ReadonlySet<string>;
  /** Properties that it has, and what their value is not. */
  readonly present: ReadonlyMap<string, readonly Formula[]>;
}

export function proveObjects(goal: TypeGoal): boolean {
  const { facts, claims, prove } = goal;
  if (isProvenByName(goal)) return true;
  const view = new ObjectView(facts, claims);
  const { absent, present } = counterexample(claims);
  if ([...absent].some((name) => view.required.has(name) || present.has(name))) return true;
  const size = sizes(goal, view, { absent, present });
  if (size.min > size.max) return true;
  if (size.max === 0) return goal.holdsForAll([{}]);
  for (const [name, schemas] of present) {
    if (prove(view.valuesOf(name), schemas)) return true;
  }
  if (claims.some((claim) => proveClaim(goal, view, claim))) return true;
  return [...view.required].some((name) => isNeverSatisfied(view.valuesOf(name), prove));
}

/** Most properties are in both schemas, and then there is no need to look at anything else. */
function isProvenByName({ facts, claims, prove }: TypeGoal): boolean {
  return claims.some((claim) => {
    if (claim.kind !== 'property') return false;
    const own = facts.flatMap((fact) => (fact.kind === 'property' && fact.name === claim.name ? [fact.schema] : []));
    return own.length > 0 && prove(own, [claim.schema]);
  });
}

function isNeverSatisfied(known: readonly Formula[], prove: TypeGoal['prove']): boolean {
  return known.length > 0 && prove(known, []);
}

function counterexample(claims: readonly Atom[]): Counterexample {
  const absent = new Set<string>();
  const present = new Map<string, Formula[]>();
  for (const claim of claims) {
    if (claim.kind === 'required') absent.add(claim.name);
    if (claim.kind === 'property') present.set(claim.name, [...(present.get(claim.name) ?? []), claim.schema]);
  }
  return { absent, present };
}

function sizes({ facts, claims }: TypeGoal, view: ObjectView, { absent, present }: Counterexample): { min: number; max: number } {
  const size = sizeRange(facts, claims, typeBits.object);
  const there = new Set([...view.required, ...present.keys()]);
  size.min = Math.max(size.min, there.size);
  if (!view.isClosed) return size;
  const possible = [...view.names].filter((name) => !absent.has(name) && !view.valuesOf(name).includes(FALSE));
  size.max = Math.min(size.max, possible.length);
  return size;
}

function proveClaim({ prove, facts }: TypeGoal, view: ObjectView, claim: Atom): boolean {
  if (claim.kind === 'names') return proveNames(view, facts, claim.schema, prove);
  if (claim.kind === 'matching') return view.groupsMatching(claim.pattern).every((known) => prove(known, [claim.schema]));
  if (claim.kind === 'others') return view.groupsBeside(claim).every((known) => prove(known, [claim.schema]));
  if (claim.kind === 'unevaluated') return view.groupsBeside(claim.certain).every((known) => prove(known, [claim.schema]));
  return false;
}

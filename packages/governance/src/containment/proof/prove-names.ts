import { admits } from '../formulas/admits.ts';
import type { Atom, Formula } from '../formulas/formula.ts';
import { atom, types } from '../formulas/intern.ts';
import { typeBits } from '../formulas/type-mask.ts';
import type { ObjectView } from './object-view.ts';
import type { Prove } from './prover.ts';

/** Whether every name that a property can have is admitted by the schema for names. */
export function proveNames(view: ObjectView, facts: readonly Atom[], schema: Formula, prove: Prove): boolean {
  const known = [types(typeBits.string), ...facts.flatMap((fact) => (fact.kind === 'names' ? [fact.schema] : []))];
  if (prove(known, [schema])) return true;
  if (![...view.names].every((name) => admits(schema, name) || cannotBe(view.valuesOf(name), prove))) return false;
  if (view.isClosed) return true;
  const isFine = (pattern: string) =>
    prove([...known, atom({ kind: 'pattern', text: pattern })], [schema]) || cannotBe(view.valuesMatching(pattern), prove);
  return cannotBe(view.otherValues, prove) && view.patterns.every(isFine);
}

function cannotBe(known: readonly Formula[], prove: Prove): boolean {
  return known.length > 0 && prove(known, []);
}

import { pointerTo } from '../../json-schema/json-pointer.ts';
import type { Atom, AtomOf } from '../formulas/formula.ts';
import { segmentsOf } from '../proof/prove-arrays.ts';
import { explainBound } from './explain-scalar.ts';
import { factOf, type Situation } from './situation.ts';

/** The reader wants something of arrays. */
export function explainArray(claim: Atom, keyword: string, situation: Situation): void {
  const { path, report } = situation;
  if (claim.kind === 'items') explainItems(claim, situation);
  else if (claim.kind === 'containsAtLeast' || claim.kind === 'containsAtMost') explainContains(claim, situation);
  else if (claim.kind === 'unique') report({ type: 'UNIQUE_ITEMS_ADDED', path: pointerTo(path, 'uniqueItems') });
  else if (claim.kind === 'unevaluatedItems') explainUnevaluated(situation);
  else if (keyword.endsWith('tems') && !keyword.startsWith('m'))
    report({ type: 'ADDITIONAL_ITEMS_REMOVED', path: pointerTo(path, 'additionalItems') });
  else explainBound(claim, keyword, situation);
}

function explainUnevaluated({ path, report }: Situation): void {
  const message =
    "in FIELD the writer may send items that none of the reader's schemas look at, and the reader does not take all of them.";
  report({ type: 'UNEVALUATED_ITEMS_CHANGED', path: pointerTo(path, 'unevaluatedItems'), message });
}

function explainItems(claim: AtomOf<'items'>, situation: Situation): void {
  const { goal, path, prover, report, explain } = situation;
  const known = goal.facts.flatMap((fact) => (fact.kind === 'items' ? [fact] : []));
  const place = placeOf(claim, path, situation);
  for (const { from, to, facts } of segmentsOf(known, [claim], Number.POSITIVE_INFINITY)) {
    if (from < claim.from || to > claim.to || prover.prove(facts, [claim.schema])) continue;
    if (facts.length > 0) explain(facts, claim.schema, place);
    else if (claim.from === claim.to) report({ type: 'ITEM_ADDED_TO_OPEN_CONTENT_MODEL', path: place });
    else report({ type: claim.from === 0 ? 'SCHEMA_ADDED' : 'ADDITIONAL_ITEMS_NARROWED', path: place });
  }
}

function placeOf({ from, to }: AtomOf<'items'>, path: string, { node }: Situation): string {
  if (from === to) return pointerTo(path, 'items', from);
  return pointerTo(path, node?.prefixItems ? 'additionalItems' : 'items');
}

function explainContains(claim: AtomOf<'containsAtLeast' | 'containsAtMost'>, situation: Situation): void {
  const fact = factOf(situation, claim.kind);
  const isSame = fact !== undefined && fact.schema === claim.schema;
  const { path, report } = situation;
  if (claim.kind === 'containsAtMost') {
    const type = isSame ? 'MAX_CONTAINS_DECREASED' : 'MAX_CONTAINS_ADDED';
    report({ type, path: pointerTo(path, 'maxContains'), original: fact?.count, updated: claim.count });
  } else if (isSame)
    report({ type: 'MIN_CONTAINS_INCREASED', path: pointerTo(path, 'minContains'), original: fact.count, updated: claim.count });
  else report({ type: fact ? 'CONTAINS_CHANGED' : 'CONTAINS_ADDED', path: pointerTo(path, 'contains') });
}

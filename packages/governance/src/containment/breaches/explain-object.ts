import { pointerTo } from '../../json-schema/json-pointer.ts';
import { isOneOf } from '../formulas/admits.ts';
import type { Atom, AtomOf } from '../formulas/formula.ts';
import { FALSE } from '../formulas/intern.ts';
import { ObjectView } from '../proof/object-view.ts';
import { explainBound } from './explain-scalar.ts';
import { factOf, type Situation } from './situation.ts';

/** The reader wants something of objects. */
export function explainObject(claim: Atom, keyword: string, situation: Situation): void {
  const { goal, path, report } = situation;
  const view = new ObjectView(goal.facts, [claim]);
  switch (claim.kind) {
    case 'required':
      return explainRequired(claim.name, view, situation);
    case 'property':
      return explainProperty(claim, view, situation);
    case 'matching':
      return explainMatching(claim, view, situation);
    case 'others':
      return explainOthers(claim, keyword, view, situation);
    case 'unevaluated':
      return explainUnevaluated(situation);
    case 'names': {
      const type = factOf(situation, 'names') ? 'PROPERTY_NAMES_CHANGED' : 'PROPERTY_NAMES_ADDED';
      return report({ type, path: pointerTo(path, 'propertyNames') });
    }
    default:
      return explainBound(claim, claim.kind === 'atLeast' ? 'minProperties' : 'maxProperties', situation);
  }
}

/** Which properties are looked at depends on the branches that hold. */
export function explainUnevaluated({ path, report }: Situation): void {
  const message =
    "in FIELD the writer may send fields that none of the reader's schemas look at, and the reader does not take all of them.";
  report({ type: 'UNEVALUATED_PROPERTIES_CHANGED', path: pointerTo(path, 'unevaluatedProperties'), message });
}

function explainRequired(name: string, view: ObjectView, { node, path, report }: Situation): void {
  if (view.isNamed(name) || node?.properties?.[name] === undefined) {
    report({ type: 'REQUIRED_ATTRIBUTE_ADDED', path: pointerTo(path, 'required', name) });
  } else {
    const isOpen = view.valuesOf(name).length === 0;
    const type = isOpen ? 'REQUIRED_PROPERTY_ADDED_TO_OPEN_CONTENT_MODEL' : 'REQUIRED_PROPERTY_ADDED_TO_UNOPEN_CONTENT_MODEL';
    report({ type, path: pointerTo(path, 'properties', name) });
  }
}

function explainProperty({ name, schema }: AtomOf<'property'>, view: ObjectView, situation: Situation): void {
  const { node, path, prover, report, explain } = situation;
  const known = view.valuesOf(name);
  const place = pointerTo(path, 'properties', name);
  if (view.isNamed(name)) return explain(known, schema, place);
  if (prover.prove(known, [schema])) return;
  const isRequired = node?.required?.includes(name) ?? false;
  if (known.length > 0) {
    report({ type: 'PROPERTY_ADDED_NOT_COVERED_BY_PARTIALLY_OPEN_CONTENT_MODEL', path: place });
    explain(known, schema, place);
  } else report({ type: `${isRequired ? 'REQUIRED' : 'OPTIONAL'}_PROPERTY_ADDED_TO_OPEN_CONTENT_MODEL`, path: place });
}

function explainMatching({ pattern, schema }: AtomOf<'matching'>, view: ObjectView, { path, report, explain }: Situation): void {
  const place = pointerTo(path, 'patternProperties', pattern);
  if (view.patterns.includes(pattern)) explain(view.valuesMatching(pattern), schema, place);
  else report({ type: 'PATTERN_PROPERTY_ADDED', path: place });
}

function explainOthers(claim: AtomOf<'others'>, keyword: string, view: ObjectView, situation: Situation): void {
  const { path, prover, report, explain } = situation;
  for (const name of view.names) {
    const known = view.valuesOf(name);
    if (!view.isNamed(name) || isOneOf(claim, name) || prover.prove(known, [claim.schema])) continue;
    const model = claim.schema === FALSE ? 'FROM_CLOSED' : 'NOT_COVERED_BY_PARTIALLY_OPEN';
    report({ type: `PROPERTY_REMOVED_${model}_CONTENT_MODEL`, path: pointerTo(path, 'properties', name) });
    if (claim.schema !== FALSE) explain(known, claim.schema, pointerTo(path, 'properties', name));
  }
  const place = pointerTo(path, keyword);
  for (const known of view.unnamedBeside(claim)) {
    if (prover.prove(known, [claim.schema])) continue;
    if (claim.schema === FALSE) report({ type: 'ADDITIONAL_PROPERTIES_REMOVED', path: place });
    else if (known.length === 0) report({ type: 'ADDITIONAL_PROPERTIES_NARROWED', path: place });
    else explain(known, claim.schema, place);
  }
}

import { pointerTo } from '../../json-schema/json-pointer.ts';
import type { Any, Formula, One, Part } from '../formulas/formula.ts';
import { formulaOf } from '../formulas/formula-of.ts';
import { any } from '../formulas/intern.ts';
import { partsOf } from '../formulas/parts-of.ts';
import { areDisjoint, signatureOf, signatureOfAll } from '../formulas/signature.ts';
import { typeBits } from '../formulas/type-mask.ts';
import { explainUnevaluated } from './explain-object.ts';
import { typeNames } from './explain-type.ts';
import { listed } from './explain-values.ts';
import type { Situation } from './situation.ts';

/** The reader wants at least one or exactly one of several schemas. */
export function explainUnion({ keyword, name = '' }: Part, union: Any | One, situation: Situation): void {
  const { path, report } = situation;
  if (keyword === 'dependentRequired') explainDependency(String(name), situation);
  else if (keyword === 'dependentSchemas')
    report({ type: 'DEPENDENCY_SCHEMA_ADDED', path: pointerTo(path, 'dependencies', name) });
  else if (keyword === 'unevaluatedProperties') explainUnevaluated(situation);
  else if (keyword === 'then' || keyword === 'else') report({ type: 'CONDITION_CHANGED', path: pointerTo(path, 'if') });
  else explainBranches(keyword, union, situation);
}

function explainDependency(name: string, { node, path, report, goal }: Situation): void {
  const updated = node?.dependentRequired?.[name] ?? [];
  const isThere = goal.options.some((option) =>
    option.parts.some(
      (part) => part.op === 'not' && part.part.op === 'atom' && part.part.kind === 'required' && part.part.name === name,
    ),
  );
  report({
    type: isThere ? 'DEPENDENCY_ARRAY_EXTENDED' : 'DEPENDENCY_ARRAY_ADDED',
    path: pointerTo(path, 'dependencies', name),
    updated,
  });
}

function explainBranches(keyword: string, union: Any | One, situation: Situation): void {
  const { facts, path, prover, report, explain } = situation;
  const isCovered = union.op === 'one' && prover.prove(facts, [any(union.parts)]);
  if (isCovered) {
    const message =
      'the writer may send something in FIELD that fits more than one of the alternatives of which the reader takes exactly one.';
    report({ type: 'COMBINED_TYPE_SUBSCHEMAS_CHANGED', path: pointerTo(path, keyword), message });
    return;
  }
  const branches = branchesOf(keyword, union, situation);
  const sent = signatureOfAll(facts);
  const candidates = branches.filter(
    (branch) => !areDisjoint(signatureOf(branch), { ...sent, mask: sent.mask & situation.goal.mask }),
  );
  const meant = likeliest(candidates, situation);
  if (meant) return explain(facts, meant, pointerTo(path, keyword, branches.indexOf(meant)));
  const message = `the writer may send ${sketch(situation)} in FIELD, which fits none of the reader's ${branches.length} alternatives.`;
  report({ type: 'SUM_TYPE_NARROWED', path: pointerTo(path, keyword), message });
}

/** The branches in the order in which they were written. */
function branchesOf(keyword: string, union: Any | One, { node }: Situation): readonly Formula[] {
  const written = keyword === 'anyOf' ? node?.anyOf : keyword === 'oneOf' ? node?.oneOf : undefined;
  return written?.map(formulaOf) ?? union.parts;
}

/** The branch that is meant, as far as that can be told: the only one, or the one of which most is known to hold. */
function likeliest(candidates: readonly Formula[], { goal }: Situation): Formula | undefined {
  const [only] = candidates;
  if (candidates.length < 2) return only;
  const isKnown = ({ formula }: Part) => goal.isKnown(formula);
  const scores = candidates.map((branch) => partsBehind(branch).filter(isKnown).length);
  const best = Math.max(...scores);
  return scores.filter((score) => score === best).length === 1 ? candidates[scores.indexOf(best)] : undefined;
}

/** What a branch says, or what it refers to where it says nothing else. */
function partsBehind(branch: Formula): readonly Part[] {
  const passed = new Set<Formula>();
  let current = branch;
  while (current.op === 'schema' && !passed.has(current)) {
    passed.add(current);
    const [only, another] = partsOf(current);
    if (only?.keyword !== '$ref' || another) break;
    current = only.formula;
  }
  return current.op === 'schema' ? partsOf(current) : [];
}

/** What the writer may send, with what tells it from other branches: `object with "kind" "card"`. */
function sketch({ facts, goal }: Situation): string {
  const { mask, values, properties } = signatureOfAll(facts);
  if (values) return listed(values);
  const told = [...properties].filter(([, property]) => property.isRequired && property.values && property.values.length < 4);
  const details = told.map(([name, property]) => `"${name}" ${listed(property.values ?? [])}`).join(' and ');
  const types = typeNames(mask & goal.mask, false);
  return details !== '' && (mask & goal.mask) === typeBits.object ? `${types} with ${details}` : types;
}

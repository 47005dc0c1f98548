import { pointerTo } from '../../json-schema/json-pointer.ts';
import type { Formula, Part } from '../formulas/formula.ts';
import { areDisjoint, signatureOf } from '../formulas/signature.ts';
import { typeBits } from '../formulas/type-mask.ts';
import type { Prover } from '../proof/prover.ts';
import type { Breach } from './breach.ts';
import { explainArray } from './explain-array.ts';
import { explainObject } from './explain-object.ts';
import { explainScalar } from './explain-scalar.ts';
import { explainType } from './explain-type.ts';
import { explainUnion } from './explain-union.ts';
import { explainValues } from './explain-values.ts';
import { createSituation, type Situation } from './situation.ts';

/** So many breaches are named. */
const most = 100;

/** Says in which places a reader's schema does not take what a writer's schema admits, and why. */
export function explain(writer: Formula, reader: Formula, prover: Prover): Breach[] {
  const found = new Map<string, Breach>();
  const visited = new Set<string>();
  /** What is nearer to the root comes first, so that paths are short. */
  const queue: (() => void)[] = [];
  visit([writer], reader, '#');
  for (const next of queue) next();
  return [...found.values()];

  function report(breach: Breach): void {
    const key = `${breach.type} ${breach.path}`;
    if (!found.has(key)) found.set(key, breach);
  }

  function visit(facts: readonly Formula[], claim: Formula, path: string): void {
    const key = `${facts.map(({ id }) => id).join()}|${claim.id}`;
    if (found.size >= most || visited.has(key) || prover.isExhausted || prover.prove(facts, [claim])) return;
    visited.add(key);
    const situation = createSituation(facts, claim, path, {
      prover,
      report,
      explain: (...later) => void queue.push(() => visit(...later)),
    });
    const branches = claim.op === 'schema' ? openBranches(situation, claim) : [];
    if (branches.length > 0) for (const branch of branches) visit([...facts, branch], claim, path);
    else explainParts(situation);
  }
}

/** What the writer's union leaves open, one by one, of which the reader does not take all. */
function openBranches({ facts, goal, prover }: Situation, claim: Formula): readonly Formula[] {
  const [option, another] = goal.options.filter(({ parts }) => !parts.some((part) => goal.isKnown(part)));
  if (!option || another || option.parts.length > 50) return [];
  const open = { mask: goal.mask, properties: new Map() };
  const live = option.parts.filter((part) => !areDisjoint(signatureOf(part), open));
  return live.filter((part) => !prover.prove([...facts, part], [claim]));
}

function explainParts(situation: Situation): void {
  const { parts, facts, prover } = situation;
  if (!explainType(situation)) return;
  for (const part of parts) {
    if (part.formula.op !== 'types' && !prover.prove(facts, [part.formula])) explainPart(part, situation);
  }
}

function explainPart(part: Part, situation: Situation): void {
  const { formula, keyword, name = 0 } = part;
  const { facts, path, explain: visit, report } = situation;
  switch (formula.op) {
    case 'schema':
      return visit(facts, formula, keyword === 'allOf' ? pointerTo(path, keyword, name) : path);
    case 'all':
      for (const inner of formula.parts) visit(facts, inner, path);
      return;
    case 'any':
    case 'one':
      return explainUnion(part, formula, situation);
    case 'values':
      return explainValues(formula, keyword, situation);
    case 'not':
      return report({ type: 'NOT_TYPE_EXTENDED', path: pointerTo(path, 'not') });
    case 'atom':
      if (formula.guard === typeBits.object) return explainObject(formula, keyword, situation);
      if (formula.guard === typeBits.array) return explainArray(formula, keyword, situation);
      return explainScalar(formula, keyword, situation);
    case 'constant':
    case 'types':
      return report({ type: 'SCHEMA_ADDED', path, message: 'the writer may send FIELD, and the reader takes nothing there.' });
  }
}

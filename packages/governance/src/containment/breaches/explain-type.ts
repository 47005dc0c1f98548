import type { Part, Types } from '../formulas/formula.ts';
import { signatureOfAll } from '../formulas/signature.ts';
import { jsonTypes, namesOf, typeBits } from '../formulas/type-mask.ts';
import { factOf, type Situation } from './situation.ts';

/** Says whether types differ. `false` where no type is the same, so that there is nothing more to say. */
export function explainType(situation: Situation): boolean {
  const { parts, facts, goal, path, prover, report } = situation;
  const type = parts.find(({ formula }) => formula.op === 'types')?.formula as Types | undefined;
  if (!type || prover.prove(facts, [type])) return true;
  const mask = signatureOfAll(facts).mask & goal.mask;
  const isDisjoint = (mask & type.mask) === 0;
  const marker = factOf(situation, 'opaque');
  const original = marker ? `${marker.text}, which JSON does not have,` : typeNames(mask, goal.facts.some(isWhole));
  const updated = typeNames(type.mask, parts.some(isInteger));
  report({ type: isDisjoint ? 'TYPE_CHANGED' : 'TYPE_NARROWED', path, original, updated });
  return !isDisjoint;
}

/** What the writer may send, in words: `number or null`. */
export function typeNames(mask: number, isWholeNumber: boolean): string {
  if ((mask & jsonTypes) === jsonTypes) return 'anything';
  const names = namesOf(mask);
  return isWholeNumber && mask & typeBits.number ? names.replace('number', 'integer') : names;
}

function isWhole(fact: Situation['goal']['facts'][number]): boolean {
  return fact.kind === 'multiple' && Number.isInteger(fact.of);
}

function isInteger({ keyword, formula }: Part): boolean {
  return keyword === 'type' && formula.op === 'atom' && formula.kind === 'multiple';
}

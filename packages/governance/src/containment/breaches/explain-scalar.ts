import type { DifferenceType } from '../../compare/difference-types.ts';
import { pointerTo } from '../../json-schema/json-pointer.ts';
import type { Atom } from '../formulas/formula.ts';
import { isMultiple } from '../formulas/number-facts.ts';
import { factOf, type Situation } from './situation.ts';

const bounds: Readonly<Record<string, string>> = {
  minimum: 'MINIMUM',
  maximum: 'MAXIMUM',
  exclusiveMinimum: 'EXCLUSIVE_MINIMUM',
  exclusiveMaximum: 'EXCLUSIVE_MAXIMUM',
  minLength: 'MIN_LENGTH',
  maxLength: 'MAX_LENGTH',
  minItems: 'MIN_ITEMS',
  maxItems: 'MAX_ITEMS',
  minProperties: 'MIN_PROPERTIES',
  maxProperties: 'MAX_PROPERTIES',
};

const texts: Readonly<Record<string, string>> = {
  pattern: 'PATTERN',
  format: 'FORMAT',
  encoding: 'CONTENT_ENCODING',
  mediaType: 'CONTENT_MEDIA_TYPE',
};

/** The reader wants something of numbers or strings. */
export function explainScalar(claim: Atom, keyword: string, situation: Situation): void {
  if (claim.kind === 'multiple') explainMultiple(claim.of, keyword, situation);
  else if ('text' in claim && claim.kind !== 'opaque') explainText(claim, keyword, situation);
  else if (claim.kind === 'opaque')
    situation.report({ type: 'TYPE_CHANGED', path: situation.path, original: 'something else', updated: claim.text });
  else explainBound(claim, keyword, situation);
}

/** Bounds of numbers and sizes. */
export function explainBound(claim: Atom, keyword: string, situation: Situation): void {
  const updated = boundOf(claim);
  const original = boundOf(factOf(situation, claim.kind, claim.guard));
  const change = original === undefined ? 'ADDED' : /min/i.test(keyword) ? 'INCREASED' : 'DECREASED';
  situation.report({
    type: `${bounds[keyword]}_${change}` as DifferenceType,
    path: pointerTo(situation.path, keyword),
    original,
    updated,
  });
}

function boundOf(atom: Atom | undefined): number | undefined {
  if (atom?.kind === 'lower' || atom?.kind === 'upper') return atom.value;
  return atom?.kind === 'atLeast' || atom?.kind === 'atMost' ? atom.count : undefined;
}

function explainMultiple(updated: number, keyword: string, situation: Situation): void {
  const original = factOf(situation, 'multiple')?.of;
  if (keyword === 'type')
    situation.report({ type: 'TYPE_CHANGED', path: situation.path, original: 'number', updated: 'integer' });
  else {
    const change = original === undefined ? 'ADDED' : isMultiple(updated, original) ? 'EXPANDED' : 'CHANGED';
    situation.report({ type: `MULTIPLE_OF_${change}`, path: pointerTo(situation.path, keyword), original, updated });
  }
}

function explainText(claim: Atom & { readonly text: string }, keyword: string, situation: Situation): void {
  const original = factOf(situation, claim.kind) as typeof claim | undefined;
  const type = `${texts[claim.kind]}_${original ? 'CHANGED' : 'ADDED'}` as DifferenceType;
  situation.report({ type, path: pointerTo(situation.path, keyword), original: original?.text, updated: claim.text });
}

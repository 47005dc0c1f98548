import { commonMultiple, isMultiple } from '../formulas/number-facts.ts';
import type { TypeGoal } from './prove-by-type.ts';

interface Range {
  min: number;
  max: number;
  isMinExclusive: boolean;
  isMaxExclusive: boolean;
}

/** So many numbers are tried one by one. */
const fewEnough = 1_000;

export function proveNumbers(goal: TypeGoal): boolean {
  const range = rangeOf(goal);
  const step = stepOf(goal);
  if (step !== undefined && Number.isInteger(step)) roundTo(step, range);
  if (isEmpty(range)) return true;
  if (step !== undefined && goal.claims.some((claim) => claim.kind === 'multiple' && isMultiple(step, claim.of))) return true;
  const few = listOf(range, step);
  return few !== undefined && goal.holdsForAll(few);
}

/** Where facts hold and claims do not. */
function rangeOf({ facts, claims }: TypeGoal): Range {
  const { NEGATIVE_INFINITY: min, POSITIVE_INFINITY: max } = Number;
  const range: Range = { min, max, isMinExclusive: false, isMaxExclusive: false };
  for (const fact of facts) {
    if (fact.kind === 'lower') raiseMin(range, fact.value, fact.exclusive);
    if (fact.kind === 'upper') lowerMax(range, fact.value, fact.exclusive);
  }
  for (const claim of claims) {
    if (claim.kind === 'lower') lowerMax(range, claim.value, !claim.exclusive);
    if (claim.kind === 'upper') raiseMin(range, claim.value, !claim.exclusive);
  }
  return range;
}

function raiseMin(range: Range, value: number, isExclusive: boolean): void {
  if (value > range.min) range.isMinExclusive = isExclusive;
  else if (value === range.min) range.isMinExclusive ||= isExclusive;
  range.min = Math.max(range.min, value);
}

function lowerMax(range: Range, value: number, isExclusive: boolean): void {
  if (value < range.max) range.isMaxExclusive = isExclusive;
  else if (value === range.max) range.isMaxExclusive ||= isExclusive;
  range.max = Math.min(range.max, value);
}

function stepOf({ facts }: TypeGoal): number | undefined {
  let step: number | undefined;
  for (const fact of facts) {
    if (fact.kind === 'multiple') step = step === undefined ? fact.of : commonMultiple(step, fact.of);
  }
  return step !== undefined && step > 0 && Number.isFinite(step) ? step : undefined;
}

/** Brings the bounds to multiples. Not where numbers are so large that there is none between them. */
function roundTo(step: number, range: Range): void {
  if (Math.abs(range.min) <= Number.MAX_SAFE_INTEGER) {
    const min = Math.ceil(range.min / step) * step;
    range.min = min === range.min && range.isMinExclusive ? min + step : min;
    range.isMinExclusive = false;
  }
  if (Math.abs(range.max) <= Number.MAX_SAFE_INTEGER) {
    const max = Math.floor(range.max / step) * step;
    range.max = max === range.max && range.isMaxExclusive ? max - step : max;
    range.isMaxExclusive = false;
  }
}

function isEmpty({ min, max, isMinExclusive, isMaxExclusive }: Range): boolean {
  return min > max || (min === max && (isMinExclusive || isMaxExclusive));
}

/** All numbers that are left, if they are few. */
function listOf({ min, max }: Range, step: number | undefined): number[] | undefined {
  if (min === max) return [min];
  if (step === undefined || !Number.isInteger(step) || !((max - min) / step < fewEnough)) return undefined;
  if (Math.max(Math.abs(min), Math.abs(max)) > Number.MAX_SAFE_INTEGER) return undefined;
  return Array.from({ length: (max - min) / step + 1 }, (_, index) => min + index * step);
}

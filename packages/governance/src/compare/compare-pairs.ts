import { compareTyped } from './compare-typed.ts';
import type { ComparisonPolicy } from './difference.ts';
import { isBreaking } from './difference-types.ts';
import type { Finding, Pair, Step } from './finding.ts';
import { Report } from './report.ts';
import type { TypedSchema } from './typed-schema.ts';

interface OpenPair extends Pair {
  findings: readonly Finding[];
  steps: readonly Step[];
  isBroken: boolean;
  weight: number;
  /** In which round it was compared last. */
  round: number;
  /** It is being compared. */
  isOpen: boolean;
  /** Somebody inside took it for compatible while it was being compared. */
  isAssumed: boolean;
}

/**
 * Compares two schemas. Every pair of subschemas is compared once; one that is met again while it is being compared is taken
 * for compatible. Where that turns out wrong, everything is compared again with what is known by then, until nothing changes.
 */
export function comparePairs(original: TypedSchema, updated: TypedSchema, policy: ComparisonPolicy): Pair {
  const pairs = new Map<TypedSchema, Map<TypedSchema, OpenPair>>();
  let round = 0;
  let wasWrong: boolean;
  let root: Pair;
  do {
    round++;
    wasWrong = false;
    root = compare(original, updated);
  } while (wasWrong);
  return root;

  function compare(one: TypedSchema, other: TypedSchema): Pair {
    const pair = pairOf(one, other);
    if (pair.round === round) {
      pair.isAssumed ||= pair.isOpen && !pair.isBroken;
      return pair;
    }
    Object.assign(pair, { round, isOpen: true, isAssumed: false, weight: 0, findings: [], steps: [] });
    const report = new Report(compare);
    compareTyped(one, other, report);
    close(pair, report);
    return pair;
  }

  function close(pair: OpenPair, { findings, steps }: Report): void {
    const breaks =
      findings.some((finding) => finding.class !== 'unchecked' && !finding.isSilent && isBreaking(finding.type, policy)) ||
      steps.some((step) => step.kind !== 'unchecked' && step.pair.isBroken);
    if (breaks && !pair.isBroken && pair.isAssumed) wasWrong = true;
    Object.assign(pair, { findings, steps, isOpen: false, weight: weigh(findings, steps) });
    pair.isBroken ||= breaks;
  }

  function pairOf(one: TypedSchema, other: TypedSchema): OpenPair {
    const row = pairs.get(one) ?? new Map<TypedSchema, OpenPair>();
    pairs.set(one, row);
    const pair = row.get(other) ?? createPair(one, other);
    row.set(other, pair);
    return pair;
  }
}

function createPair(original: TypedSchema, updated: TypedSchema): OpenPair {
  const nothingYet = { findings: [], steps: [], isBroken: false, weight: 0 };
  return { original, updated, ...nothingYet, round: 0, isOpen: false, isAssumed: false };
}

const heaviest = 1_000;

function weigh(findings: readonly Finding[], steps: readonly Step[]): number {
  let weight = findings.length;
  for (const step of steps) {
    if (step.kind !== 'unchecked') weight += step.pair.weight;
    else weight += step.pairs.some((pair) => pair.weight > 0 || pair.isBroken) ? 1 : 0;
  }
  return Math.min(weight, heaviest);
}

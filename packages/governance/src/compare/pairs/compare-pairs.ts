import type { ComparisonPolicy } from '../difference.ts';
import { compareTyped } from '../rules/compare-typed.ts';
import { anything, isLeaf, type TypedSchema } from '../typed/typed-schema.ts';
import type { Finding, Pair, Step } from './finding.ts';
import { Report } from './report.ts';
import { isSameSchema } from './same-schema.ts';

interface OpenPair extends Pair {
  findings: readonly Finding[];
  steps: readonly Step[];
  isBroken: boolean;
  weight: number;
  /** Everything that is different is wanted, not only whether it breaks. */
  isFull: boolean;
  /** It has to be compared, or compared again because something that it depends on has turned out to be broken. */
  isStale: boolean;
  readonly dependents: Set<OpenPair>;
}

/**
 * Compares two schemas and everything inside them, each pair of schemas once.
 *
 * A pair is taken for compatible until it turns out to be broken; then the pairs that counted on it are compared again, until nothing
 * changes any more. So recursive schemas come to an end, whatever their shape, and no pair is compared inside another: the stack stays flat.
 */
export function comparePairs(original: TypedSchema, updated: TypedSchema, policy: ComparisonPolicy): Pair {
  const rows = new Map<TypedSchema, Map<TypedSchema, OpenPair>>();
  const pairs: OpenPair[] = [];
  const root = enter(original, updated, true);
  while (pairs.some(({ isStale }) => isStale)) {
    for (const pair of pairs) if (pair.isStale && pair.steps.length === 0) evaluate(pair);
    for (const pair of pairs.toReversed()) if (pair.isStale) evaluate(pair);
  }
  chooseMatchings();
  return root;

  function evaluate(pair: OpenPair): void {
    pair.isStale = false;
    if (pair.isBroken && !pair.isFull) return;
    const report = new Report({ policy, isFull: pair.isFull, pairOf });
    compareTyped(pair.original, pair.updated, report);
    pair.findings = report.findings;
    pair.steps = report.steps;
    pair.weight = weigh(report.findings, report.steps);
    if (!report.isBroken || pair.isBroken) return;
    pair.isBroken = true;
    for (const dependent of pair.dependents) dependent.isStale = true;

    function pairOf(one: TypedSchema, other: TypedSchema, isFull: boolean): Pair {
      if (!one.isPart && !other.isPart && isSameSchema(one.node, other.node) && one.kind === other.kind) return unchanged;
      const inner = enter(one, other, isFull);
      inner.dependents.add(pair);
      return inner;
    }
  }

  function enter(one: TypedSchema, other: TypedSchema, isFull: boolean): OpenPair {
    const row = rows.get(one) ?? new Map<TypedSchema, OpenPair>();
    rows.set(one, row);
    const known = row.get(other);
    if (known) {
      known.isStale ||= isFull && !known.isFull && known.isBroken;
      known.isFull ||= isFull;
      return known;
    }
    const pair = createPair(one, other, isFull);
    row.set(other, pair);
    pairs.push(pair);
    if (isLeaf(one) && isLeaf(other)) evaluate(pair);
    return pair;
  }

  /** Which branches go together depends on how much is different in them, which is known only now. It changes no verdict. */
  function chooseMatchings(): void {
    for (const pair of [...pairs, ...pairs].toReversed()) {
      if (pair.original.kind === 'combined' && pair.updated.kind === 'combined') evaluate(pair);
      else pair.weight = weigh(pair.findings, pair.steps);
    }
  }
}

const unchanged: Pair = { original: anything, updated: anything, findings: [], steps: [], isBroken: false, weight: 0 };

function createPair(original: TypedSchema, updated: TypedSchema, isFull: boolean): OpenPair {
  const nothingYet = { findings: [], steps: [], isBroken: false, weight: 0 };
  return { original, updated, ...nothingYet, isFull, isStale: true, dependents: new Set() };
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

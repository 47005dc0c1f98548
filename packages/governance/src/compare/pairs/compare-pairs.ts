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
  const worklist = new Worklist(policy);
  const root = worklist.enter(original, updated, true);
  worklist.settle();
  worklist.chooseMatchings();
  return root;
}

class Worklist {
  readonly #policy: ComparisonPolicy;
  readonly #pairs: OpenPair[] = [];
  readonly #rows = new Map<TypedSchema, Map<TypedSchema, OpenPair>>();

  constructor(policy: ComparisonPolicy) {
    this.#policy = policy;
  }

  enter(original: TypedSchema, updated: TypedSchema, isFull: boolean): OpenPair {
    const row = this.#rows.get(original) ?? new Map<TypedSchema, OpenPair>();
    this.#rows.set(original, row);
    const known = row.get(updated);
    if (known) {
      known.isStale ||= isFull && !known.isFull && known.isBroken;
      known.isFull ||= isFull;
      return known;
    }
    const pair = createPair(original, updated, isFull);
    row.set(updated, pair);
    this.#pairs.push(pair);
    if (isLeaf(original) && isLeaf(updated)) this.#evaluate(pair);
    return pair;
  }

  /** Finds all pairs first, then goes back from those found last, on which the others depend. */
  settle(): void {
    while (this.#pairs.some(({ isStale }) => isStale)) {
      for (const pair of this.#pairs) if (pair.isStale && pair.steps.length === 0) this.#evaluate(pair);
      for (const pair of this.#pairs.toReversed()) if (pair.isStale) this.#evaluate(pair);
    }
  }

  /** Which branches go together depends on how much is different in them, which is known only now. It changes no verdict. */
  chooseMatchings(): void {
    for (const pair of [...this.#pairs, ...this.#pairs].toReversed()) {
      if (pair.original.kind === 'combined' && pair.updated.kind === 'combined') this.#evaluate(pair);
      else pair.weight = weigh(pair.findings, pair.steps);
    }
  }

  #evaluate(pair: OpenPair): void {
    pair.isStale = false;
    if (pair.isBroken && !pair.isFull) return;
    const report = new Report({ policy: this.#policy, isFull: pair.isFull, pairOf: this.#pairsFor(pair) });
    compareTyped(pair.original, pair.updated, report);
    pair.findings = report.findings;
    pair.steps = report.steps;
    pair.weight = weigh(report.findings, report.steps);
    if (!report.isBroken || pair.isBroken) return;
    pair.isBroken = true;
    for (const dependent of pair.dependents) dependent.isStale = true;
  }

  #pairsFor(dependent: OpenPair): (original: TypedSchema, updated: TypedSchema, isFull: boolean) => Pair {
    return (original, updated, isFull) => {
      if (areSame(original, updated)) return unchanged;
      const pair = this.enter(original, updated, isFull);
      pair.dependents.add(dependent);
      return pair;
    };
  }
}

function areSame(original: TypedSchema, updated: TypedSchema): boolean {
  const areWhole = !original.isPart && !updated.isPart && original.kind === updated.kind;
  return areWhole && isSameSchema(original.node, updated.node);
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

import type { ComparisonPolicy } from '../difference.ts';
import { classOf, type DifferenceType, isBreaking } from '../difference-types.ts';
import type { Finding, Pair, Step } from './finding.ts';
import { pairsWithFindings } from './pairs-with-findings.ts';

/** A pair on the way from the root. */
interface Visit {
  readonly pair: Pair;
  readonly path: string;
  /** Inside `oneOf`, where admitting more can make a value fit twice. */
  readonly isExclusive: boolean;
  readonly cameFrom?: Visit;
}

/** How many places are looked at before a pair that was reported is not reported again elsewhere. */
const patience = 3_000;

/**
 * What was found in a pair and everything inside it, each with its place from the root. A schema that is used in several places is
 * reported in each, unless that would be thousands: then where the way is shortest.
 */
export function collectFindings(root: Pair, policy: ComparisonPolicy, path = ''): Finding[] {
  const collector = new Collector(policy, pairsWithFindings(root));
  const start = { pair: root, path, isExclusive: false };
  return collector.everywhere(start) ?? collector.eachOnce(start);
}

class Collector {
  readonly #policy: ComparisonPolicy;
  readonly #loud: ReadonlySet<Pair>;
  /** Pairs whose reverse is being summed up. */
  readonly #reversed = new Set<Pair>();

  constructor(policy: ComparisonPolicy, loud: ReadonlySet<Pair>) {
    this.#policy = policy;
    this.#loud = loud;
  }

  /** In the order of the schema; `undefined` where that takes too long. */
  everywhere(start: Visit): Finding[] | undefined {
    const waiting: (Visit | Finding)[] = [start];
    const found: Finding[] = [];
    let visits = 0;
    for (let next = waiting.pop(); next; next = waiting.pop()) {
      if (!('pair' in next)) found.push(next);
      else if (!isOnWay(next)) {
        if (++visits > patience) return undefined;
        waiting.push(...this.#inside(next).toReversed());
      }
    }
    return found;
  }

  /** What is nearest to the start first. */
  eachOnce(start: Visit): Finding[] {
    const waiting: (Visit | Finding)[] = [start];
    const seen = { true: new Set<Pair>(), false: new Set<Pair>() };
    const found: Finding[] = [];
    for (const next of waiting) {
      if (!('pair' in next)) found.push(next);
      else if (!seen[`${next.isExclusive}`].has(next.pair)) {
        seen[`${next.isExclusive}`].add(next.pair);
        waiting.push(...this.#inside(next));
      }
    }
    return found;
  }

  #inside(visit: Visit): (Visit | Finding)[] {
    const own = visit.pair.findings.map((finding) => placed(finding, visit, this.#policy));
    return [...own, ...visit.pair.steps.flatMap((step) => this.#follow(step, visit))];
  }

  #follow(step: Step, visit: Visit): (Visit | Finding)[] {
    const at = visit.path + step.at;
    if (step.kind === 'unchecked') {
      return step.pairs.some((pair) => this.#loud.has(pair)) ? [{ type: step.type, at, class: 'unchecked' }] : [];
    }
    if (!this.#loud.has(step.pair)) return [];
    if (step.kind === 'negated') return this.#negated(step.pair, at, visit.isExclusive);
    return [{ pair: step.pair, path: at, isExclusive: visit.isExclusive || step.isExclusive, cameFrom: visit }];
  }

  /** The reader excludes less than the writer, unless the comparison in reverse breaks. */
  #negated(pair: Pair, at: string, isExclusive: boolean): Finding[] {
    if (pair.isBroken) return [{ type: 'NOT_TYPE_EXTENDED', at }];
    if (this.#reversed.has(pair)) return [];
    this.#reversed.add(pair);
    const inner = this.eachOnce({ pair, path: '', isExclusive: false });
    this.#reversed.delete(pair);
    return inner.length === 0 ? [] : [this.#summary(inner, at, isExclusive)];
  }

  #summary(inner: readonly Finding[], at: string, isExclusive: boolean): Finding {
    const heard = inner.filter((finding) => !finding.isSilent);
    const isSure = !isExclusive && heard.every((finding) => markOf(finding, this.#policy) === undefined);
    const isSeen = heard.some((finding) => markOf(finding, this.#policy) !== 'unchecked');
    if (isSeen) return { type: 'NOT_TYPE_NARROWED', at, ...(!isSure && { class: 'tolerated' }) };
    return isSure ? { type: 'NOT_TYPE_NARROWED', at, isSilent: true } : { type: 'NOT_TYPE_EXTENDED', at, class: 'unchecked' };
  }
}

function isOnWay({ pair, isExclusive, cameFrom }: Visit): boolean {
  for (let visit = cameFrom; visit; visit = visit.cameFrom) {
    if (visit.pair === pair && visit.isExclusive === isExclusive) return true;
  }
  return false;
}

function placed(finding: Finding, { path, isExclusive }: Visit, policy: ComparisonPolicy): Finding {
  const at = path + finding.at;
  const isMarked = markOf(finding, policy) !== undefined;
  if (!isExclusive || isMarked || isNeutral(finding.type) || isBreaking(finding.type, policy)) return { ...finding, at };
  const { isSilent, ...rest } = finding;
  return { ...rest, at, class: isSilent ? 'unchecked' : 'tolerated' };
}

/** How a finding is marked, by itself or by its type. */
function markOf({ type, class: own }: Finding, policy: ComparisonPolicy): Finding['class'] {
  return own ?? classOf(type, policy);
}

function isNeutral(type: DifferenceType): boolean {
  return type === 'ID_CHANGED' || type === 'TITLE_CHANGED' || type === 'DESCRIPTION_CHANGED' || type === 'DEFAULT_CHANGED';
}

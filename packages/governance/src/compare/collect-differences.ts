import { describeDifference } from './describe-difference.ts';
import type { ComparisonPolicy, Difference } from './difference.ts';
import { classOf, type DifferenceType, isBreaking } from './difference-types.ts';
import type { Finding, Pair, Step } from './finding.ts';
import { pairsWithFindings } from './pairs-with-findings.ts';

interface Place {
  readonly path: string;
  /** Inside `oneOf`, where admitting more can make a value fit twice. */
  readonly isExclusive: boolean;
}

/** How many places are looked at before a pair that was reported is not reported again elsewhere. */
const patience = 5_000;

/**
 * All differences, each with its path from the root. A schema that is used in several places is reported in each, unless that
 * would be thousands: then where it was come by first.
 */
export function collectDifferences(root: Pair, policy: ComparisonPolicy): Difference[] {
  const loud = pairsWithFindings(root);
  const findings = collect(root, policy, loud, false) ?? collect(root, policy, loud, true) ?? [];
  return findings.filter(({ isSilent }) => !isSilent).map((finding) => toDifference(finding, policy));
}

function collect(root: Pair, policy: ComparisonPolicy, loud: ReadonlySet<Pair>, isEachOnce: boolean): Finding[] | undefined {
  let visits = 0;
  const found = visit(root, { path: '', isExclusive: false }, new Map());
  return isEachOnce || visits < patience ? found : undefined;

  /** Seen: pairs on the way, or all pairs that were reported, each outside and inside `oneOf`. */
  function visit(pair: Pair, place: Place, seen: Map<Pair, Set<boolean>>): Finding[] {
    const known = seen.get(pair) ?? new Set();
    if (!loud.has(pair) || known.has(place.isExclusive) || (!isEachOnce && visits >= patience)) return [];
    visits++;
    seen.set(pair, known.add(place.isExclusive));
    const own = pair.findings.map((finding) => placed(finding, place, policy));
    const inner = pair.steps.flatMap((step) => follow(step, place, seen));
    if (!isEachOnce) known.delete(place.isExclusive);
    return [...own, ...inner];
  }

  function follow(step: Step, place: Place, seen: Map<Pair, Set<boolean>>): Finding[] {
    const path = place.path + step.at;
    if (step.kind === 'inside') {
      return visit(step.pair, { path, isExclusive: place.isExclusive || step.isExclusive }, seen);
    }
    const separately = (pair: Pair) => visit(pair, { path, isExclusive: false }, isEachOnce ? new Map() : seen);
    if (step.kind === 'negated') return negated(step.pair, separately(step.pair), { ...place, path }, policy);
    const isDifferent = step.pairs.some((pair) => pair.isBroken || separately(pair).length > 0);
    return isDifferent ? [{ type: step.type, at: path, class: 'unchecked' }] : [];
  }
}

function placed(finding: Finding, { path, isExclusive }: Place, policy: ComparisonPolicy): Finding {
  const at = path + finding.at;
  if (!isExclusive || finding.class || isNeutral(finding.type) || isBreaking(finding.type, policy)) return { ...finding, at };
  const { isSilent, ...rest } = finding;
  return { ...rest, at, class: isSilent ? 'unchecked' : 'tolerated' };
}

/** The reader excludes less than the writer, unless the comparison in reverse breaks. */
function negated(pair: Pair, inner: readonly Finding[], { path: at, isExclusive }: Place, policy: ComparisonPolicy): Finding[] {
  if (pair.isBroken) return [{ type: 'NOT_TYPE_NARROWED', at }];
  const isSure = inner.every((finding) => finding.isSilent || (finding.class ?? classOf(finding.type, policy)) === undefined);
  const isSeen = inner.some((finding) => !finding.isSilent && finding.class !== 'unchecked');
  if (isSeen) return [{ type: 'NOT_TYPE_EXTENDED', at, ...(!(isSure && !isExclusive) && { class: 'tolerated' }) }];
  if (inner.length === 0) return [];
  return isSure && !isExclusive
    ? [{ type: 'NOT_TYPE_EXTENDED', at, isSilent: true }]
    : [{ type: 'NOT_TYPE_NARROWED', at, class: 'unchecked' }];
}

function isNeutral(type: DifferenceType): boolean {
  return type === 'ID_CHANGED' || type === 'TITLE_CHANGED' || type === 'DESCRIPTION_CHANGED' || type === 'DEFAULT_CHANGED';
}

function toDifference({ type, at, class: mark, original, updated }: Finding, policy: ComparisonPolicy): Difference {
  const path = at === '' ? '#/' : `#${at}`;
  const breaking = mark !== 'unchecked' && isBreaking(type, policy);
  const kept = breaking ? undefined : (mark ?? classOf(type, policy));
  const message = describeDifference({ type, path, original, updated });
  return { type, path, breaking, message, ...(kept && { class: kept }) };
}

import type { ComparisonPolicy, Difference } from './difference.ts';
import { classOf, isBreaking } from './difference-types.ts';
import { collectFindings } from './pairs/collect-findings.ts';
import type { Finding, Pair } from './pairs/finding.ts';
import { describeDifference } from './sentences/describe-difference.ts';

/** All differences of a pair, with their paths, verdicts and sentences. */
export function collectDifferences(root: Pair, policy: ComparisonPolicy): Difference[] {
  return collectFindings(root, policy)
    .filter(({ isSilent }) => !isSilent)
    .map((finding) => toDifference(finding, policy));
}

function toDifference(finding: Finding, policy: ComparisonPolicy): Difference {
  const breaking = isBreach(finding, policy);
  const mark = breaking ? undefined : (finding.class ?? classOf(finding.type, policy));
  const message = [sentenceFor(finding), ...reasonFor(finding, policy)].join(' ');
  return { type: finding.type, path: pathOf(finding), breaking, message, ...(mark && { class: mark }) };
}

/** What keeps two schemas apart that were expected to go together. */
function reasonFor({ because, at }: Finding, policy: ComparisonPolicy): string[] {
  const reason = because && collectFindings(because, policy, at).find((finding) => isBreach(finding, policy));
  return reason ? [sentenceFor(reason)] : [];
}

function isBreach(finding: Finding, policy: ComparisonPolicy): boolean {
  return finding.class !== 'unchecked' && !finding.isSilent && isBreaking(finding.type, policy);
}

function sentenceFor(finding: Finding): string {
  return describeDifference({ ...finding, path: pathOf(finding) });
}

function pathOf({ at }: Finding): string {
  return at === '' ? '#/' : `#${at}`;
}

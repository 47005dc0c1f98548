import { checkCompatibility } from '../compatibility/check-compatibility.ts';
import type { CompatibilityReport, VersionVerdict } from '../compatibility/compatibility-report.ts';
import { lowered } from '../compatibility/tell-differences.ts';
import { type ContractCase, type HashedCandidate, named } from './contract-case.ts';
import { type Finding, finding } from './finding.ts';
import { createCastRunner } from './run-casts.ts';
import { tellReaders } from './tell-readers.ts';
import { historyOf } from './version-history.ts';

/** What comparing a new version with the earlier ones came to, casts considered. */
export interface HistoryVerdict extends Pick<CompatibilityReport, 'impact' | 'verdicts'> {
  readonly findings: readonly Finding[];
  /** Whether something breaks that casts make good. */
  readonly isCast: boolean;
}

/**
 * Compares a version with the earlier ones, and runs the casts between them.
 *
 * What breaks is forgiven where casts exist and hold. Casts that fail are found also where nothing breaks: a page walks
 * every cast that there is.
 */
export function checkHistory(judged: ContractCase, candidate: HashedCandidate): HistoryVerdict {
  const { described } = candidate;
  const history = historyOf(judged, candidate);
  const { impact, verdicts } = checkCompatibility(
    history,
    { ...described, group: judged.group(described) },
    { ...judged.rules, readers: judged.listeners, only: 'breaking' },
  );
  const casts = createCastRunner(judged.type, candidate);
  const outcomes = verdicts.map((verdict) => {
    const earlier = history.find(({ version }) => version === verdict.version)!;
    const found = casts.run(earlier, verdict);
    if (found) return { findings: found, isCast: !verdict.compatible && !found.some(({ severity }) => severity === 'error') };
    return {
      findings: verdict.compatible ? unchecked(judged, candidate, verdict) : [broken(judged, candidate, verdict)],
      isCast: false,
    };
  });
  return {
    impact,
    verdicts,
    findings: outcomes.flatMap(({ findings }) => findings),
    isCast: outcomes.some(({ isCast }) => isCast),
  };
}

function broken({ type, listeners, reads }: ContractCase, { described }: HashedCandidate, verdict: VersionVerdict): Finding {
  const { version, direction, message, advice, differences } = verdict;
  const breaking = differences.filter((difference) => difference.breaking);
  const isDraft = described.lifecycle === 'draft';
  return finding(`${direction}-incompatible`, {
    contract: type,
    version: described.version,
    against: version,
    direction,
    ...(isDraft && { severity: 'warning' as const }),
    ...(breaking[0] && { path: breaking[0].path }),
    message: `${named(type)}: ${lowered(message)}${tellReaders(reads, version, breaking)}${isDraft ? ' As a draft it may; as stable it may not.' : ''}`,
    advice,
    ...(listeners.length > 0 && { apps: listeners }),
    differences,
  });
}

/** Differences that the rules of the policy let pass, and that may refuse a payload all the same. */
function unchecked({ type }: ContractCase, { described }: HashedCandidate, verdict: VersionVerdict): Finding[] {
  const differences = verdict.differences.filter((difference) => difference.class !== undefined);
  if (differences.length === 0) return [];
  const sentences = [...new Set(differences.map(({ message }) => message))].join(' ');
  return [
    finding('unchecked-change', {
      contract: type,
      version: described.version,
      against: verdict.version,
      direction: verdict.direction,
      path: differences[0]!.path,
      message: `${named(type, described.version)} differs from version ${verdict.version} where the rules of this policy do not look, or let it pass: ${sentences}`,
      advice: 'See whether payloads of the one satisfy the other, or compare by the policy "parsed", which does.',
      differences,
    }),
  ];
}

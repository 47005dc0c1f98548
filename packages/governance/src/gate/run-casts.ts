import type { CastProblem } from '../casts/cast-check.ts';
import { checkCasts } from '../casts/check-casts.ts';
import type { VersionVerdict } from '../compatibility/compatibility-report.ts';
import { type HashedCandidate, named } from './contract-case.ts';
import { type Finding, finding } from './finding.ts';
import type { EarlierVersion } from './version-history.ts';

/** Generated payloads: for the latest version, which is met most, and for each of those before. */
const payloads = { latest: 100, before: 25 };

/**
 * Runs the casts between an earlier version and a candidate, on examples and generated payloads.
 *
 * @returns what is wrong with them; nothing at all where there is no cast between the two.
 */
export function runCasts(
  type: string,
  { contract, described }: HashedCandidate,
  against: EarlierVersion,
  { direction, differences }: VersionVerdict,
  isLatest: boolean,
): Finding[] | undefined {
  const way = direction === 'backward' ? 'up' : 'down';
  const steps = described.casts[way].filter((step) => step >= against.version && step < described.version);
  if (!contract || steps.length === 0) return undefined;
  const count = isLatest ? payloads.latest : payloads.before;
  const { problems } = checkCasts({ contract, described, against, direction: way, payloads: count });
  const worst = problems.find(({ severity }) => severity === 'error') ?? problems[0];
  if (!worst) return [];
  const more = problems.length > 1 ? ` ${problems.length - 1} more like it.` : '';
  return [
    finding(worst.severity === 'error' && worst.code !== 'cast-untried' ? 'cast-failed' : 'cast-unproven', {
      contract: type,
      version: described.version,
      against: against.version,
      direction,
      severity: worst.severity,
      message: `${named(type, described.version)} against version ${against.version}: ${worst.message}${worst.payload && ` Payload: ${worst.payload}`}${more}`,
      advice: adviceFor(worst, way, against.version),
      differences,
    }),
  ];
}

function adviceFor({ code, severity }: CastProblem, way: 'up' | 'down', version: number): string {
  if (code === 'cast-untried') return 'Give the contract examples, so that there is something to cast.';
  if (severity === 'warning') {
    return `Give version ${version} examples that its own checks let through, or see to it that the ${way}cast can deal with this payload.`;
  }
  return way === 'up'
    ? `Correct the upcast, so that every payload of version ${version} becomes one that this version takes.`
    : `Correct the downcast, so that every payload of this version becomes one that version ${version} takes.`;
}

import { checkCasts } from '../casts/check-casts.ts';
import type { VersionVerdict } from '../compatibility/compatibility-report.ts';
import { type HashedCandidate, named } from './contract-case.ts';
import { type Finding, finding } from './finding.ts';
import type { EarlierVersion } from './version-history.ts';

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
): Finding[] | undefined {
  const way = direction === 'backward' ? 'up' : 'down';
  const steps = described.casts[way].filter((step) => step >= against.version && step < described.version);
  if (!contract || steps.length === 0) return undefined;
  const { problems } = checkCasts({ contract, described, against, direction: way });
  const worst = problems.find(({ severity }) => severity === 'error') ?? problems[0];
  if (!worst) return [];
  const isError = worst.severity === 'error';
  const [from, to] = way === 'up' ? [against.version, described.version] : [described.version, against.version];
  const cast = worst.step === undefined ? 'The casts' : `${way}cast[${worst.step}]`;
  return [
    finding(isError ? 'cast-failed' : 'cast-unproven', {
      contract: type,
      version: described.version,
      against: against.version,
      direction,
      message: `${named(type)}: ${cast} from version ${from} to version ${to}: ${worst.message} Payload: ${worst.payload}`,
      advice: isError
        ? `Correct the ${way}cast, so that every payload of version ${from} becomes one of version ${to}.`
        : `Give version ${from} examples that its own checks let through, or see to it that the ${way}cast never meets this payload.`,
      differences,
    }),
  ];
}

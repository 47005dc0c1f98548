import { checkCompatibility } from '../compatibility/check-compatibility.ts';
import type { CompatibilityReport } from '../compatibility/compatibility-report.ts';
import { lowered } from '../compatibility/tell-differences.ts';
import type { LockedVersion } from '../lock/lock-file.ts';
import { type ContractCase, type HashedCandidate, named } from './contract-case.ts';
import { type Finding, finding } from './finding.ts';
import { tellReaders } from './tell-readers.ts';

/**
 * What it means that a stable version has another shape than the locked one: what breaks, for whom, and which casts a
 * version of its own would need.
 */
export function changedInPlace(judged: ContractCase, { described }: HashedCandidate, locked: LockedVersion): Finding {
  const { type, listeners, reads, rules } = judged;
  const { version } = described;
  const next = version + 1;
  const report = checkCompatibility([{ ...locked, version }], { ...described, version: next }, { ...rules, readers: listeners });
  const differences = report.verdicts.flatMap((verdict) => verdict.differences);
  const path = (differences.find(({ breaking }) => breaking) ?? differences[0])?.path;
  return finding('changed-in-place', {
    contract: type,
    version,
    against: version,
    ...(path !== undefined && { path }),
    message: `${named(type, version)} is stable, and no longer has the shape that is locked. ${consequence(report, next)}${tellReaders(
      reads,
      version,
      differences.filter(({ breaking }) => breaking),
    )}`,
    advice: `Put the shape back, or raise the version to ${next}. ${neededCasts(report, version)}`,
    ...(listeners.length > 0 && { apps: listeners }),
    differences,
  });
}

function consequence({ compatible, mode, verdicts }: CompatibilityReport, next: number): string {
  if (mode === 'none') return 'What is locked under one number may be on a page already.';
  if (compatible) return `As version ${next} it would be compatible.`;
  const messages = verdicts.flatMap(({ message }) => message || []);
  return `As version ${next} it would break: ${messages.map(lowered).join(' And ')}`;
}

function neededCasts({ compatible, verdicts }: CompatibilityReport, version: number): string {
  if (compatible) return 'No cast is needed.';
  const casts = verdicts
    .filter((verdict) => !verdict.compatible)
    .map(({ direction }) => (direction === 'backward' ? 'upcast' : 'downcast'));
  return `It then needs ${casts.map((cast) => `${cast}: { ${version}: … }`).join(' and ')}.`;
}

import { UnreadableSchemaError } from '../compare/unreadable-schema-error.ts';
import type { Impact } from '../compatibility/compatibility-report.ts';
import { SchemaReferenceError } from '../json-schema/schema-reference-error.ts';
import type { LockedVersion } from '../lock/lock-file.ts';
import { lockedVersion, lockedVersions } from '../lock/locked-versions.ts';
import { changedInPlace } from './check-frozen.ts';
import { checkHistory } from './check-history.ts';
import { type ContractCase, type HashedCandidate, named } from './contract-case.ts';
import { type Finding, finding } from './finding.ts';
import type { ContractStatus } from './gate-report.ts';

/** What the gate says about one version of a contract. */
export interface VersionReport {
  readonly findings: readonly Finding[];
  readonly status: ContractStatus;
  readonly against: readonly number[];
  readonly impact: Impact;
  /** Comparisons made. */
  readonly compared: number;
}

const nothing = { findings: [], against: [], impact: 'none', compared: 0 } as const;

/** Judges one version that the modules define. */
export function checkVersion(judged: ContractCase, candidate: HashedCandidate): VersionReport {
  try {
    return judgeVersion(judged, candidate);
  } catch (error) {
    if (!(error instanceof SchemaReferenceError) && !(error instanceof UnreadableSchemaError)) throw error;
    return { ...nothing, status: 'breaking', findings: [unreadable(judged, candidate, error)] };
  }
}

function judgeVersion(judged: ContractCase, candidate: HashedCandidate): VersionReport {
  const { described } = candidate;
  const locked = lockedVersion(judged.locked, described.version);
  if (locked && locked.hash !== candidate.hash && locked.lifecycle !== 'draft') {
    return {
      ...nothing,
      status: 'breaking',
      findings: [changedInPlace(judged, candidate, locked)],
      against: [described.version],
    };
  }
  if (locked?.hash === candidate.hash && !hasCasts(locked) && !hasCasts(described) && locked.lifecycle === described.lifecycle) {
    return { ...nothing, status: 'unchanged' };
  }
  return compared(judged, candidate, locked);
}

function hasCasts({ casts }: Pick<LockedVersion, 'casts'>): boolean {
  return casts.up.length + casts.down.length > 0;
}

/** Code of casts is in no hash, so casts are run every time; a draft that becomes stable is compared as if it were new. */
function compared(judged: ContractCase, candidate: HashedCandidate, locked: LockedVersion | undefined): VersionReport {
  const { impact, verdicts, findings, isCast } = checkHistory(judged, candidate);
  const isNew = locked?.hash !== candidate.hash;
  const isLocked = !isNew && (locked.lifecycle !== 'draft' || candidate.described.lifecycle === 'draft');
  const isFailing = findings.some(({ severity }) => severity === 'error');
  return {
    findings: [...findings, ...unknownCasts(judged, candidate), ...(isLocked ? [] : [notLocked(judged, candidate)])],
    status: isFailing ? 'breaking' : statusOf(judged, candidate, isNew, isCast),
    against: [...new Set(verdicts.map(({ version }) => version))],
    impact,
    compared: verdicts.length,
  };
}

function statusOf(judged: ContractCase, { described }: HashedCandidate, isNew: boolean, isCast: boolean): ContractStatus {
  if (!judged.locked) return 'new';
  if (!isNew) return 'unchanged';
  if (described.lifecycle === 'draft') return 'draft';
  return isCast ? 'cast' : 'compatible';
}

function unreadable({ type }: ContractCase, { described: { version } }: HashedCandidate, { message }: Error): Finding {
  return finding('schema-unreadable', {
    contract: type,
    version,
    message: `${named(type, version)} cannot be compared with what is locked: ${message}`,
    advice: 'Correct the schema. If it is the locked one, take that version as it is on the main branch.',
  });
}

function notLocked({ type }: ContractCase, { described: { version } }: HashedCandidate): Finding {
  return finding('not-locked', {
    contract: type,
    version,
    message: `${named(type, version)} is not in the lock file as it is defined, so nobody would see it change.`,
    advice: 'Run "busbar snapshot" and commit the lock file.',
  });
}

/** Casts from versions that nobody locked: what they are given cannot be known. */
function unknownCasts({ type, locked, candidates }: ContractCase, { described }: HashedCandidate): Finding[] {
  const known = new Set(
    [...lockedVersions(locked), ...candidates.map((candidate) => candidate.described)].map(({ version }) => version),
  );
  const steps = [...new Set([...described.casts.up, ...described.casts.down])].filter(
    (step) => step < described.version && !known.has(step),
  );
  if (steps.length === 0) return [];
  const versions = steps.sort((one, other) => one - other).join(', ');
  return [
    finding('cast-from-unknown', {
      contract: type,
      version: described.version,
      message: `${named(type, described.version)} has casts for version ${versions}, which the lock file does not have, so they were not run.`,
      advice: `Define version ${versions} once more beside it and run "busbar snapshot", or leave the casts out if nobody has it any more.`,
    }),
  ];
}

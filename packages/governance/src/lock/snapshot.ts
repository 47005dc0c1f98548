import type { DescribedContract } from '../contracts/described-contract.ts';
import { checkDefinitions } from '../gate/check-definitions.ts';
import { changedInPlace } from '../gate/check-frozen.ts';
import { checkLifecycle } from '../gate/check-lifecycle.ts';
import { checkRemoval } from '../gate/check-removal.ts';
import { type ContractCase, casesOf } from '../gate/contract-case.ts';
import type { Finding } from '../gate/finding.ts';
import type { Apps } from './apps.ts';
import { canonicalJson } from './canonical-json.ts';
import type { LockedContract, LockedVersion, LockFile } from './lock-file.ts';
import { lockVersion } from './lock-version.ts';
import { lockedVersion } from './locked-versions.ts';

/** How to take a snapshot. */
export interface SnapshotOptions {
  /** Who emits and listens. Default: what is locked stays. */
  readonly apps?: Apps;
  /** Whether these are all contracts that there are, so that locked ones which are missing are gone. Default false. */
  readonly complete?: boolean;
  /** When it is, for dates of deprecation. Default: now. */
  readonly now?: Date;
}

/** What a snapshot did to a contract, or to one version of it. */
export interface SnapshotChange {
  readonly contract: string;
  readonly version?: number;
  /**
   * `added`: a version is locked from now on. `draft-changed`: a draft has another shape, `draft-dropped`: it is gone.
   * `metadata`: what is told about a version. `usage`: who emits and listens. `reads`: which fields apps read. `removed`: kept as a record, `restored`: defined again.
   */
  readonly kind: 'added' | 'draft-changed' | 'draft-dropped' | 'metadata' | 'usage' | 'reads' | 'removed' | 'restored';
}

/** A new lock file, and how it came about. */
export interface Snapshot {
  readonly lock: LockFile;
  /** By contract and version; empty where the lock file is up to date. */
  readonly changes: readonly SnapshotChange[];
  /** Why some contracts stayed as they are locked. Write no lock file where there is one. */
  readonly refused: readonly Finding[];
}

/**
 * Locks contracts as they are defined now.
 *
 * Versions are added and never changed, but for drafts and for what is only told about them: owner, summary, examples,
 * lifecycle, tags. A stable version with another shape is refused. Whether a new version gets on with the earlier ones is not
 * asked here: that is `checkContracts`.
 *
 * @example
 * const { lock: next, changes, refused } = snapshot(lock, [describeContract(itemAdded)], { complete: true });
 */
export function snapshot(lock: LockFile, described: readonly DescribedContract[], options: SnapshotOptions = {}): Snapshot {
  const candidates = described.map((contract) => ({ described: contract }));
  const contracts: [string, LockedContract][] = [];
  const changes: SnapshotChange[] = [];
  const refused: Finding[] = [];
  for (const judged of casesOf(lock, candidates, options)) {
    const objections = objectionsTo(judged, options.complete === true);
    const after = objections.length > 0 ? judged.locked : next(judged, options, changes);
    if (after) contracts.push([judged.type, after]);
    refused.push(...objections);
  }
  return { lock: { ...lock, contracts: Object.fromEntries(contracts) }, changes, refused };
}

/** The findings of the gate that forbid to lock a contract as it is. */
function objectionsTo(judged: ContractCase, isComplete: boolean): Finding[] {
  const changed = judged.candidates.flatMap((candidate) => {
    const locked = lockedVersion(judged.locked, candidate.described.version);
    const isFrozen = locked && locked.lifecycle !== 'draft' && locked.hash !== candidate.hash;
    return isFrozen ? [changedInPlace(judged, candidate, locked)] : [];
  });
  const found = [
    ...changed,
    ...checkDefinitions(judged).filter(({ code }) => code === 'conflicting-definitions'),
    ...checkLifecycle(judged, () => true).filter(({ code }) => code !== 'deprecated-in-use'),
    ...(isComplete || judged.candidates.length > 0 ? checkRemoval(judged) : []),
  ];
  return found.filter(({ severity }) => severity === 'error');
}

/** The contract as it is to be locked; nothing where it was a mere draft that is gone. */
function next(judged: ContractCase, options: SnapshotOptions, changes: SnapshotChange[]): LockedContract | undefined {
  const { type, locked, candidates, emitters, listeners, reads } = judged;
  if (candidates.length === 0) return withoutDefinition(judged, options, changes);
  const kept = Object.entries(locked?.versions ?? {}).filter(([number, version]) => {
    const isGone = version.lifecycle === 'draft' && !candidates.some(({ described }) => described.version === Number(number));
    if (isGone) changes.push({ contract: type, version: Number(number), kind: 'draft-dropped' });
    return !isGone;
  });
  const numbers = Object.assign(
    Object.create(null),
    ...Object.values(locked?.versions ?? {}).map(({ fieldNumbers }) => fieldNumbers),
  );
  const versions = new Map(kept);
  for (const { described, hash } of candidates) {
    const before = lockedVersion(locked, described.version);
    const after = lockVersion(described, hash, before, numbers);
    Object.assign(numbers, after.fieldNumbers);
    versions.set(String(described.version), after);
    noteChange(changes, type, described.version, before, after);
  }
  const { removed, reads: readBefore, ...rest } = locked ?? { removed: undefined };
  if (removed) changes.push({ contract: type, kind: 'restored' });
  const isUsageSame = canonicalJson([locked?.emitters, locked?.listeners]) === canonicalJson([emitters, listeners]);
  if (locked && !isUsageSame) changes.push({ contract: type, kind: 'usage' });
  if (locked && canonicalJson(readBefore ?? {}) !== canonicalJson(reads)) changes.push({ contract: type, kind: 'reads' });
  const isRead = Object.keys(reads).length > 0;
  return { ...rest, emitters, listeners, ...(isRead && { reads }), versions: Object.fromEntries(versions) };
}

function withoutDefinition(
  { type, locked }: ContractCase,
  { complete }: SnapshotOptions,
  changes: SnapshotChange[],
): LockedContract | undefined {
  if (!locked || !complete || locked.removed) return locked;
  const isDraft = Object.values(locked.versions).every(({ lifecycle }) => lifecycle === 'draft');
  changes.push({ contract: type, kind: isDraft ? 'draft-dropped' : 'removed' });
  return isDraft ? undefined : { ...locked, removed: true };
}

function noteChange(
  changes: SnapshotChange[],
  contract: string,
  version: number,
  before: LockedVersion | undefined,
  after: LockedVersion,
): void {
  if (!before) changes.push({ contract, version, kind: 'added' });
  else if (before.hash !== after.hash) changes.push({ contract, version, kind: 'draft-changed' });
  else if (canonicalJson(before) !== canonicalJson(after)) changes.push({ contract, version, kind: 'metadata' });
}

import { type Apps, emittersOf, listenersOf, readsOf } from '../lock/apps.ts';
import { hashOf } from '../lock/hash-of.ts';
import type { LockedContract, LockFile } from '../lock/lock-file.ts';
import { lockedContract } from '../lock/locked-versions.ts';
import type { Reads } from '../lock/recorded-reads.ts';
import type { Candidate } from './candidate.ts';
import { type GateOptions, type GateRules, rulesFor } from './gate-options.ts';
import { groupBy } from './group-by.ts';

/** A contract as it is defined, and the hash of its shape. */
export interface HashedCandidate extends Candidate {
  readonly hash: string;
}

/** Everything that the gate knows about the contract that it judges. */
export interface ContractCase {
  readonly type: string;
  readonly locked: LockedContract | undefined;
  /** What the modules define, the oldest version first. Empty where the contract is gone. */
  readonly candidates: readonly HashedCandidate[];
  readonly emitters: readonly string[];
  readonly listeners: readonly string[];
  /** What apps read, by app and version, as far as somebody recorded it. */
  readonly reads: Readonly<Record<string, Reads[string]>>;
  /** Whether somebody said who emits and listens, so that nobody means nobody. */
  readonly knowsApps: boolean;
  readonly rules: Required<GateRules>;
  readonly group: NonNullable<GateOptions['group']>;
  /** The day, as `2026-11-22`. */
  readonly today: string;
}

/** One case for each contract that is locked or defined, by name. */
export function casesOf(lock: LockFile, candidates: readonly Candidate[], options: GateOptions): ContractCase[] {
  const byType = groupBy(candidates, ({ described }) => described.type);
  const types = new Set([...Object.keys(lock.contracts), ...byType.keys()]);
  return [...types].sort().map((type) => caseOf(type, lockedContract(lock, type), byType.get(type) ?? [], options));
}

function caseOf(
  type: string,
  locked: LockedContract | undefined,
  candidates: readonly Candidate[],
  options: GateOptions,
): ContractCase {
  const { apps, group = () => undefined, now = new Date() } = options;
  const reads = readsKnown(apps, type, locked);
  return {
    type,
    locked,
    candidates: candidates
      .map((candidate) => ({ ...candidate, hash: hashOf(candidate.described) }))
      .sort((one, other) => one.described.version - other.described.version),
    emitters: apps ? emittersOf(apps, type) : (locked?.emitters ?? []),
    listeners: apps ? [...new Set([...listenersOf(apps, type), ...Object.keys(reads)])].sort() : (locked?.listeners ?? []),
    reads,
    knowsApps: apps !== undefined || (locked?.emitters.length ?? 0) + (locked?.listeners.length ?? 0) > 0,
    rules: rulesFor(type, options),
    group,
    today: now.toISOString().slice(0, 10),
  };
}

/** What is recorded now, and what is locked of apps that are still there and have recorded nothing now. */
function readsKnown(apps: Apps | undefined, type: string, locked: LockedContract | undefined): ContractCase['reads'] {
  const before = Object.entries(locked?.reads ?? {}).filter(([app]) => !apps || (Object.hasOwn(apps, app) && !apps[app]!.reads));
  return Object.fromEntries([...before, ...Object.entries(apps ? readsOf(apps, type) : {})].sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** The name of a contract or version as messages have it. */
export function named(type: string, version?: number): string {
  return version === undefined ? `"${type}"` : `"${type}" version ${version}`;
}

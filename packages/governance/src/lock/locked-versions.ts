import type { DescribedContract } from '../contracts/described-contract.ts';
import type { LockedContract, LockedVersion, LockFile } from './lock-file.ts';

/** A locked version with its number. */
export interface NumberedVersion extends LockedVersion {
  readonly version: number;
}

/** What is locked of a contract, if anything. Safe for any name, also for `constructor`. */
export function lockedContract(lock: LockFile, type: string): LockedContract | undefined {
  return Object.hasOwn(lock.contracts, type) ? lock.contracts[type] : undefined;
}

/** One locked version of a contract, if it is there. */
export function lockedVersion(contract: LockedContract | undefined, version: number): LockedVersion | undefined {
  return contract && Object.hasOwn(contract.versions, version) ? contract.versions[version] : undefined;
}

/** All locked versions of a contract, the oldest first. */
export function lockedVersions(contract: LockedContract | undefined): NumberedVersion[] {
  return Object.entries(contract?.versions ?? {})
    .map(([number, locked]) => ({ ...locked, version: Number(number) }))
    .sort((one, other) => one.version - other.version);
}

/**
 * Every locked version as the description that it was made of, contracts by name, the oldest version first.
 *
 * @example
 * for (const { type, version, output } of describedVersions(lock)) console.log(type, version, output);
 */
export function describedVersions(lock: LockFile): (DescribedContract & LockedVersion)[] {
  return Object.keys(lock.contracts)
    .sort()
    .flatMap((type) => lockedVersions(lockedContract(lock, type)).map((locked) => ({ ...locked, type })));
}

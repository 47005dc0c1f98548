import type { DescribedContract } from '../contracts/described-contract.ts';
import type { Reads } from './recorded-reads.ts';

/** One version as it is locked. */
export interface LockedVersion extends Omit<DescribedContract, 'type' | 'version'> {
  /** Identifies the shape: SHA-256 of the canonical schemas and rules, as `sha256-…`. It is also the contract's `fingerprint`. */
  readonly hash: string;
  /** Field numbers for Protobuf by place in the payload. Never reused, also not those of fields that are gone. */
  readonly fieldNumbers?: Readonly<Record<string, number>>;
}

/** All versions of one contract, and who deals with it. */
export interface LockedContract {
  /** Apps that emit the event, if known. */
  readonly emitters: readonly string[];
  /** Apps that listen to the event, if known. */
  readonly listeners: readonly string[];
  /** What the tests of apps saw them read, by app and version; absent where nobody recorded it. */
  readonly reads?: Readonly<Record<string, Reads[string]>>;
  /** Its definition is gone, which the gate allowed. What is locked stays as a record. */
  readonly removed?: true;
  /** By version number. */
  readonly versions: Readonly<Record<string, LockedVersion>>;
}

/** `busbar.lock.json`: the registry that needs no server. */
export interface LockFile {
  /**
   * Names the format of the file and the canonical form of the schemas in it, over which the hashes are. A release with another
   * form has another number; it brings what an older one wrote to its own form and hashes it anew, so that nothing has changed.
   */
  readonly lockfileVersion: 1;
  readonly contracts: Readonly<Record<string, LockedContract>>;
}

/** What a project begins with. */
export const emptyLock: LockFile = { lockfileVersion: 1, contracts: {} };

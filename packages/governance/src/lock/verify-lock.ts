import { hashOf } from './hash-of.ts';
import type { LockProblem } from './lock-error.ts';
import type { LockFile } from './lock-file.ts';

/**
 * Says which versions are not what they were when they were locked: those whose hash does not fit their schemas and rules.
 *
 * @returns one problem for each of them, none for a lock file that only `snapshot` has written.
 */
export function verifyLock(lock: LockFile): LockProblem[] {
  return Object.entries(lock.contracts).flatMap(([contract, { versions }]) =>
    Object.entries(versions)
      .filter(([, locked]) => hashOf(locked) !== locked.hash)
      .map(([number, { hash }]) => mismatch(contract, Number(number), hash)),
  );
}

function mismatch(contract: string, version: number, hash: string): LockProblem {
  return {
    contract,
    version,
    message: `The hash of "${contract}" version ${version} does not fit its schemas: ${shortened(hash)} is locked. Somebody edited them by hand, or merged two versions into one.`,
    advice:
      'Take this version as it is on the main branch. If the shape has to change, change the contract, raise its version and run "busbar snapshot".',
  };
}

function shortened(hash: string): string {
  return hash.length > 20 ? `${hash.slice(0, 19)}…` : `"${hash}"`;
}

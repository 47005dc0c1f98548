import { isPlainObject } from '../json-schema/keyword-places.ts';
import { LockError } from './lock-error.ts';
import type { LockFile } from './lock-file.ts';
import { readJson } from './read-json.ts';
import { readLockedContract } from './read-locked-contract.ts';
import { verifyLock } from './verify-lock.ts';

/**
 * Reads the text of a lock file, and verifies that every version still is what was locked.
 *
 * Members that this release does not know are kept, and written again by `formatLock`.
 *
 * @throws LockError with a code, and with all problems where there are several.
 * @example
 * const lock = parseLock(readFileSync('busbar.lock.json', 'utf8'));
 */
export function parseLock(text: string): LockFile {
  const value = readJson(text);
  if (!isPlainObject(value) || !('lockfileVersion' in value))
    throw malformed('This is no lock file: it has no "lockfileVersion".');
  if (value['lockfileVersion'] !== 1) throw unknownVersion(value['lockfileVersion']);
  const { contracts } = value;
  if (!isPlainObject(contracts)) throw malformed('The lock file has no "contracts", an object of contracts by name.');
  const read = Object.entries(contracts).map(([type, contract]) => [type, readLockedContract(type, contract)] as const);
  const lock: LockFile = { ...value, lockfileVersion: 1, contracts: Object.fromEntries(read) };
  const problems = verifyLock(lock);
  if (problems.length > 0) throw new LockError('hash-mismatch', problems);
  return lock;
}

function malformed(message: string): LockError {
  return new LockError('malformed', [
    { message, advice: 'Take the file as it is on the main branch, and run "busbar snapshot".' },
  ]);
}

function unknownVersion(found: unknown): LockError {
  const isNewer = typeof found === 'number' && found > 1;
  return new LockError('unknown-version', [
    {
      message: `The lock file has "lockfileVersion" ${JSON.stringify(found)}, and this release of Busbar knows 1.`,
      advice: isNewer
        ? 'A newer release wrote it: use that release of @busbar/cli here, too.'
        : 'Take the file as it is on the main branch, and run "busbar snapshot".',
    },
  ]);
}

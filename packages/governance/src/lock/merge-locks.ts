import { canonicalJson } from './canonical-json.ts';
import { LockError, type LockProblem } from './lock-error.ts';
import type { LockedContract, LockedVersion, LockFile } from './lock-file.ts';
import { lockedContract, lockedVersion } from './locked-versions.ts';
import { parseLock } from './parse-lock.ts';
import { mergeReads } from './recorded-reads.ts';

/**
 * What both lock files have: every contract and every version of either.
 *
 * Where both tell different things about the same shape, the first is believed; the next snapshot writes what is defined.
 *
 * @throws LockError `merge-conflict` where they have one version with two shapes.
 */
export function mergeLocks(ours: LockFile, theirs: LockFile): LockFile {
  const problems: LockProblem[] = [];
  const types = new Set([...Object.keys(ours.contracts), ...Object.keys(theirs.contracts)]);
  const contracts = [...types].map((type): [string, LockedContract] => {
    const [one, other] = [lockedContract(ours, type), lockedContract(theirs, type)];
    return [type, one && other ? mergeContracts(type, one, other, problems) : (one ?? other)!];
  });
  if (problems.length > 0) throw new LockError('merge-conflict', problems);
  return { ...theirs, ...ours, contracts: Object.fromEntries(contracts) };
}

/**
 * The lock file out of a text in which a merge left markers, as long as the two sides added different contracts or versions.
 *
 * @throws LockError where they did not, or where a side by itself is no lock file.
 * @example
 * const lock = resolveConflicts(readFileSync('busbar.lock.json', 'utf8'));
 */
export function resolveConflicts(text: string): LockFile {
  return mergeLocks(parseLock(sideOf(text, 'ours')), parseLock(sideOf(text, 'theirs')));
}

function mergeContracts(type: string, one: LockedContract, other: LockedContract, problems: LockProblem[]): LockedContract {
  const numbers = new Set([...Object.keys(one.versions), ...Object.keys(other.versions)]);
  const versions = [...numbers].map((number): [string, LockedVersion] => {
    const [mine, yours] = [lockedVersion(one, Number(number)), lockedVersion(other, Number(number))];
    if (mine && yours && mine.hash !== yours.hash) problems.push(twoShapes(type, Number(number)));
    return [number, (mine ?? yours)!];
  });
  const { removed, reads, ...both } = { ...other, ...one };
  return {
    ...both,
    ...(reads && { reads: mergeReads(one.reads ?? {}, other.reads ?? {}) }),
    ...(one.removed && other.removed && { removed }),
    emitters: union(one.emitters, other.emitters),
    listeners: union(one.listeners, other.listeners),
    versions: Object.fromEntries(versions),
  };
}

function twoShapes(contract: string, version: number): LockProblem {
  return {
    contract,
    version,
    message: `Both sides of the merge added version ${version} of "${contract}", with different shapes.`,
    advice: `Whoever is merged later defines version ${version + 1}.`,
  };
}

function union(one: readonly string[], other: readonly string[]): string[] {
  return canonicalJson(one) === canonicalJson(other) ? [...one] : [...new Set([...one, ...other])].sort();
}

/** The text as one side has it: without the markers, the other side, and the common ancestor that some settings show. */
function sideOf(text: string, side: 'ours' | 'theirs'): string {
  let reading: 'both' | 'ours' | 'ancestor' | 'theirs' = 'both';
  const lines = text.split('\n').filter((line) => {
    if (line.startsWith('<<<<<<< ')) reading = 'ours';
    else if (line.startsWith('||||||| ')) reading = 'ancestor';
    else if (line === '=======') reading = 'theirs';
    else if (line.startsWith('>>>>>>> ')) reading = 'both';
    else return reading === 'both' || reading === side;
    return false;
  });
  return lines.join('\n');
}

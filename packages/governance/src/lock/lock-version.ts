import type { DescribedContract } from '../contracts/described-contract.ts';
import { assignFieldNumbers } from '../exporters/protobuf/assign-field-numbers.ts';
import type { LockedVersion } from './lock-file.ts';

/** Every member that a release of this version writes; whatever else a version has was written by another one. */
const members: Readonly<Record<keyof LockedVersion, true>> = {
  hash: true,
  fieldNumbers: true,
  input: true,
  output: true,
  rules: true,
  unseen: true,
  fieldTags: true,
  casts: true,
  lifecycle: true,
  owner: true,
  summary: true,
  tags: true,
  examples: true,
  retain: true,
  dom: true,
  ttl: true,
  library: true,
  notPlain: true,
};

/**
 * A version as it goes into the lock file.
 *
 * @param before what is locked of it. Its field numbers, the library that made the same shape first, and members that this
 * release does not know are kept.
 * @param numbers all field numbers that any version of the contract has.
 */
export function lockVersion(
  described: DescribedContract,
  hash: string,
  before: LockedVersion | undefined,
  numbers: Readonly<Record<string, number>>,
): LockedVersion {
  const { type, version, library, ...told } = described;
  const unknown = Object.entries(before ?? {}).filter(([name]) => !Object.hasOwn(members, name));
  const maker = before?.hash === hash ? (before.library ?? library) : library;
  const fieldNumbers =
    before?.hash === hash && before.fieldNumbers ? before.fieldNumbers : assignFieldNumbers(numbers, described);
  return { ...Object.fromEntries(unknown), ...told, hash, fieldNumbers, ...(maker !== undefined && { library: maker }) };
}

import type { DescribedContract } from '../contracts/described-contract.ts';
import type { JsonSchema } from '../json-schema/json-schema.ts';
import { hashOf } from './hash-of.ts';
import type { LockedContract, LockedVersion, LockFile } from './lock-file.ts';

/** A contract of plain fields, all of them required, as `describeContract` would describe it. */
export function describedOf(
  type: string,
  version: number,
  properties: Readonly<Record<string, JsonSchema>>,
  more: Partial<DescribedContract> = {},
): DescribedContract {
  const schema = { type: 'object', properties, required: Object.keys(properties).sort() };
  return {
    type,
    version,
    input: schema,
    output: { ...schema, additionalProperties: false },
    rules: [],
    unseen: [],
    fieldTags: {},
    casts: { up: [], down: [] },
    lifecycle: 'stable',
    ...more,
  };
}

/** The same as it is locked. */
export function lockedVersionOf(
  properties: Readonly<Record<string, JsonSchema>>,
  more: Partial<DescribedContract> = {},
): LockedVersion {
  const { type, version, ...described } = describedOf('any:thing', 1, properties, more);
  return { ...described, hash: hashOf(described) };
}

/** A lock file of contracts by name, their versions from 1 on. */
export function lockOf(
  contracts: Readonly<Record<string, readonly LockedVersion[]>>,
  more: Partial<LockedContract> = {},
): LockFile {
  const locked = Object.entries(contracts).map(([type, versions]): [string, LockedContract] => [
    type,
    {
      emitters: [],
      listeners: [],
      ...more,
      versions: Object.fromEntries(versions.map((version, index) => [index + 1, version])),
    },
  ]);
  return { lockfileVersion: 1, contracts: Object.fromEntries(locked) };
}

import { type AnyEventContract, defineEvent, type EventDefinition } from '@busbar/core';
import * as z from 'zod';
import { describeContract } from '../contracts.ts';
import { emptyLock, type LockFile } from '../lock/lock-file.ts';
import { snapshot } from '../lock/snapshot.ts';
import type { Candidate } from './candidate.ts';
import { checkContracts } from './check-contracts.ts';
import type { Finding } from './finding.ts';
import type { GateOptions } from './gate-options.ts';

/** A contract of a version, with a schema of these fields. */
export function contract(
  type: string,
  version: number,
  fields: Readonly<Record<string, z.ZodType>>,
  more: Partial<EventDefinition> = {},
): AnyEventContract {
  return defineEvent(type, { version, schema: z.object(fields), ...more } as EventDefinition) as AnyEventContract;
}

/** Contracts as the gate takes them. */
export function candidates(...contracts: readonly AnyEventContract[]): Candidate[] {
  return contracts.map((defined) => ({ contract: defined, described: describeContract(defined) }));
}

/** A lock file to which each list of contracts was added by a snapshot of its own. */
export function locked(...snapshots: readonly (readonly AnyEventContract[])[]): LockFile {
  return snapshots.reduce(
    (lock, contracts) =>
      snapshot(
        lock,
        contracts.map((defined) => describeContract(defined)),
      ).lock,
    emptyLock,
  );
}

/** What the gate finds, without the notes that a snapshot is due. */
export function findings(lock: LockFile, contracts: readonly AnyEventContract[], options: GateOptions = {}): Finding[] {
  return checkContracts(lock, candidates(...contracts), options).findings.filter(({ code }) => code !== 'not-locked');
}

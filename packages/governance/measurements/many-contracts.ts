import { type AnyEventContract, defineEvent } from '@busbar/core';
import * as z from 'zod';
import { describeContract } from '../src/contracts.ts';
import type { Candidate } from '../src/gate.ts';
import { emptyLock, formatLock, snapshot } from '../src/lock.ts';

/** Versions that each contract has: all but the newest are locked, the newest is under check. */
export const versions = 10;

/** The text of a lock file, and what is checked against it. */
export interface ManyContracts {
  readonly lockText: string;
  readonly contracts: readonly AnyEventContract[];
}

/** So many contracts, no two of the same shape, each with its history. */
export function manyContracts(count: number): ManyContracts {
  const numbers = Array.from({ length: count }, (_, index) => index);
  let lock = emptyLock;
  for (let version = 1; version < versions; version++) {
    const described = numbers.map((number) => describeContract(contractOf(number, version)));
    lock = snapshot(lock, described).lock;
  }
  return { lockText: formatLock(lock), contracts: numbers.map((number) => contractOf(number, versions)) };
}

/** The contracts as the gate takes them. */
export function candidatesOf(contracts: readonly AnyEventContract[]): Candidate[] {
  return contracts.map((contract) => ({ contract, described: describeContract(contract) }));
}

/** An order, more or less. Every version has one more optional field; in every fiftieth contract the last one renames a field. */
function contractOf(number: number, version: number): AnyEventContract {
  const isRenamed = number % 50 === 0 && version === versions;
  const line = z.object({ sku: z.string().min(1), quantity: z.int().positive(), price: z.number().nonnegative() });
  const added = Array.from({ length: version }, (_, index) => [`note${index + 1}`, z.string().max(200).optional()] as const);
  const schema = z.object({
    [isRenamed ? 'reference' : `number${number}`]: z.string().regex(/^[A-Z]{2}-\d+$/),
    placedAt: z.iso.datetime(),
    state: z.enum(['open', 'paid', 'sent', `special${number}`]),
    lines: z.array(line).min(1),
    ...Object.fromEntries(added),
  });
  return defineEvent(`domain${number % 40}:order${number}Placed`, {
    version,
    schema,
    ...(isRenamed && renaming(`number${number}`)),
  });
}

function renaming(name: string): Pick<AnyEventContract, 'upcast' | 'downcast'> {
  return {
    upcast: { [versions - 1]: ({ [name]: reference, ...rest }) => ({ ...rest, reference }) },
    downcast: { [versions - 1]: ({ reference, ...rest }) => ({ ...rest, [name]: reference }) },
  };
}

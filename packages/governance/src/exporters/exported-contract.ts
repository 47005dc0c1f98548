import type { DescribedContract } from '../contracts/described-contract.ts';
import type { LockFile } from '../lock/lock-file.ts';
import type { ExportNote } from './export.ts';

/** One version of a contract as exporters see it: its description, and what only the lock file knows. */
export interface ExportedContract extends DescribedContract {
  readonly emitters?: readonly string[];
  readonly listeners?: readonly string[];
  readonly hash?: string;
  readonly fieldNumbers?: Readonly<Record<string, number>>;
}

/** What exporters take: a lock file, of which they leave out what is removed, or versions of contracts. */
export type ExportSource = LockFile | readonly ExportedContract[];

/** All versions of all contracts, by name and then from the oldest version to the newest. */
export function contractsOf(source: ExportSource): ExportedContract[] {
  const contracts = Array.isArray(source) ? [...(source as readonly ExportedContract[])] : lockedContracts(source as LockFile);
  return contracts.sort((a, b) => byText(a.type, b.type) || a.version - b.version);
}

/** The versions of each contract together, in the order of `contractsOf`. */
export function contractsByType(source: ExportSource): Map<string, ExportedContract[]> {
  const byType = new Map<string, ExportedContract[]>();
  for (const contract of contractsOf(source)) byType.set(contract.type, [...(byType.get(contract.type) ?? []), contract]);
  return byType;
}

/** How notes name a version of a contract. */
export function nameOf({ type, version }: Pick<DescribedContract, 'type' | 'version'>): string {
  return `${type}@${version}`;
}

/** Something that a format cannot say about a contract. */
export function noteOn(contract: ExportedContract, path: string, message: string): ExportNote {
  return { contract: nameOf(contract), path, message };
}

/** Orders texts by their code units, which is the same on every machine. */
export function byText(a: string, b: string): number {
  return a < b ? -1 : Number(a > b);
}

function lockedContracts({ contracts }: LockFile): ExportedContract[] {
  const present = Object.entries(contracts).filter(([, { removed }]) => !removed);
  return present.flatMap(([type, { emitters, listeners, versions }]) =>
    Object.entries(versions).map(([version, locked]) => ({ ...locked, type, version: Number(version), emitters, listeners })),
  );
}

import type { DescribedContract } from '../contracts/described-contract.ts';
import { lockedVersions } from '../lock/locked-versions.ts';
import type { ContractCase, HashedCandidate } from './contract-case.ts';
import { isRetired } from './lifecycle.ts';

/** An earlier version that somebody may still emit or read. */
export interface EarlierVersion extends DescribedContract {
  readonly group: string | number | undefined;
}

/**
 * The versions before a candidate that were promised to others: locked or defined beside it, no drafts, and none whose
 * date of deprecation has come.
 */
export function historyOf(judged: ContractCase, { described: { version } }: HashedCandidate): EarlierVersion[] {
  const { type, locked, candidates, group, today } = judged;
  const byVersion = new Map<number, DescribedContract>();
  for (const { described } of candidates) byVersion.set(described.version, described);
  for (const earlier of lockedVersions(locked)) byVersion.set(earlier.version, { ...earlier, type });
  return [...byVersion.values()]
    .filter((earlier) => earlier.version < version && earlier.lifecycle !== 'draft' && !isRetired(earlier.lifecycle, today))
    .map((earlier) => ({ ...earlier, group: group(earlier) }));
}

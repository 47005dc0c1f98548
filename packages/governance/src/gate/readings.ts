import type { ContractCase } from './contract-case.ts';

/** What one app reads of one version. */
export interface Reading {
  readonly app: string;
  readonly version: number;
  readonly places: readonly string[];
}

/** Everything that was recorded about a contract. */
export function readingsOf({ reads }: ContractCase): Reading[] {
  return Object.entries(reads).flatMap(([app, versions]) =>
    Object.entries(versions).map(([version, places]) => ({ app, version: Number(version), places })),
  );
}

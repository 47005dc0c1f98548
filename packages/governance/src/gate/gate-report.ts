import type { Impact } from '../compatibility/compatibility-report.ts';
import type { Finding } from './finding.ts';

/** What became of a contract. */
export type ContractStatus =
  /** Nothing of it is locked. */
  | 'new'
  /** It is locked as it is. */
  | 'unchanged'
  /** A new version that gets on with the earlier ones. */
  | 'compatible'
  /** A new version that breaks earlier ones, and whose casts were run and hold. */
  | 'cast'
  /** A draft that is not as it was locked, or breaks earlier versions. */
  | 'draft'
  /** At least one error. */
  | 'breaking'
  /** Locked, and not defined any more, which is allowed. */
  | 'removed';

/** The verdict on one contract. */
export interface ContractVerdict {
  readonly contract: string;
  /** The newest version that is defined, or that is locked where none is defined. */
  readonly version: number;
  readonly status: ContractStatus;
  /** The locked versions that it was compared with. */
  readonly against: readonly number[];
  /** How many of them break without a cast. */
  readonly impact: Impact;
}

/** What the gate says. */
export interface GateReport {
  /** Whether there is no error. */
  readonly passed: boolean;
  /** Everything that was found: by contract, and within a contract errors first. */
  readonly findings: readonly Finding[];
  /** One verdict a contract, by name. */
  readonly contracts: readonly ContractVerdict[];
  readonly counts: {
    readonly contracts: number;
    /** Comparisons of two versions in one direction. */
    readonly compared: number;
    readonly errors: number;
    readonly warnings: number;
    readonly infos: number;
  };
}

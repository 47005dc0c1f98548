import type { AnyEventContract } from '@busbar/core';
import type { DescribedContract } from '../contracts/described-contract.ts';

/** A contract as the modules define it now. */
export interface Candidate {
  readonly described: DescribedContract;
  /** The contract itself. Without it its casts cannot be run, nor its examples be tried. */
  readonly contract?: AnyEventContract;
}

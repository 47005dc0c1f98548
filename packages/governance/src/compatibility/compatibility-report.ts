import type { ComparisonPolicy, Difference } from '../compare/difference.ts';
import type { CompatibilityMode, Direction } from './compatibility-mode.ts';

/** What comparing with one earlier version in one direction came to. */
export interface VersionVerdict {
  /** The earlier version. */
  readonly version: number;
  readonly direction: Direction;
  readonly compatible: boolean;
  /** Everything that differs, breaking or not. */
  readonly differences: readonly Difference[];
  /** What breaks: who cannot read what of whom. Empty where nothing does. */
  readonly message: string;
  /** What to do instead. Empty where nothing breaks. */
  readonly advice: string;
}

/** How many of the earlier versions break. */
export type Impact = 'none' | 'some' | 'all';

/** What comparing with the history came to. */
export interface CompatibilityReport {
  readonly compatible: boolean;
  readonly mode: CompatibilityMode;
  readonly policy: ComparisonPolicy;
  /** `none`: an addition. `some`: older versions break. `all`: a new major version. */
  readonly impact: Impact;
  /** Every comparison, also those that failed, the newest version first. */
  readonly verdicts: readonly VersionVerdict[];
}

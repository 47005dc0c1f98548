import { minimalCore, minimalCoreWithRxjs, script, wholeAdapter } from '../../../../.ci/sizes/parts.ts';
import type { Bar } from '../report/bar.ts';
import type { WeightFindings } from './findings.ts';
import { partNamed } from './tables.ts';

const ofTheCore =
  'A bus brings all that a subscription may ask for, whether a micro-frontend asks for it or not. [Decision 014](decisions/014-size-of-the-core.md) says what each part weighs, what was tried, and what fewer bytes would take away.';

/** The parts that have a bar, the most bytes after gzip that each may have, and why it has more. */
const limits: readonly (readonly [what: string, limit: number, why?: string])[] = [
  [minimalCore, 4_000, ofTheCore],
  [minimalCoreWithRxjs, 8_000, ofTheCore],
  [wholeAdapter('react'), 1_000],
  [wholeAdapter('vue'), 1_000],
  [wholeAdapter('angular'), 1_000],
  [script, 9_000, ofTheCore],
];

/** The bars of the weights, held or not. */
export function weightBars({ parts }: WeightFindings): Bar[] {
  return limits.map(([what, limit, why]) => ({
    what: `${what}, after gzip`,
    limit,
    measured: partNamed(parts, what).gzip,
    unit: 'bytes',
    ...(why && { why }),
  }));
}

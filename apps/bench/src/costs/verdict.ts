import { type Bar, barTable, isHeld } from '../report/bar.ts';
import type { Run } from './run-studies.ts';

/** What the command leaves: 0 where all bars are held, 1 where one is not, 2 where a study failed. */
export function exitCodeOf({ results, failures }: Run): 0 | 1 | 2 {
  if (failures.length > 0) return 2;
  return results.every(({ report }) => report.bars.every(isHeld)) ? 0 : 1;
}

/** All bars with a mark each, and how many are held, in Markdown. */
export function verdict({ results, failures }: Run): string {
  const bars = results.flatMap(({ report }) => report.bars);
  const failed = failures.map(({ name, error }) => `The study "${name}" failed: ${messageOf(error)}`);
  return [...(bars.length > 0 ? [barTable(bars), heldText(bars)] : []), ...failed].join('\n\n');
}

/** How many bars are held, in words. */
export function heldText(bars: readonly Bar[]): string {
  const held = bars.filter(isHeld).length;
  return `${held} of ${bars.length} bars are held.`;
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

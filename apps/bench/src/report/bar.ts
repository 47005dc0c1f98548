import { figureText } from './figure-text.ts';
import { markdownTable } from './markdown-table.ts';

/** A limit that a cost is held to. */
export interface Bar {
  /** What is measured against what: `dom: 'both'`, against a bare CustomEvent, 10 subscribers. */
  readonly what: string;
  /** The most that it may be. */
  readonly limit: number;
  /** The median. */
  readonly measured: number;
  /** What both are in: `×`, `ns`, `bytes`. */
  readonly unit: string;
  /** Why it is not held, in Markdown, as seen from the page. It is told only while the bar is not held. */
  readonly why?: string;
}

/** Whether a cost is within its limit. */
export function isHeld({ measured, limit }: Bar): boolean {
  return measured <= limit;
}

/** All bars with a mark each. */
export function barTable(bars: readonly Bar[]): string {
  return markdownTable(
    ['bar', 'at most', 'measured', 'held'],
    bars.map((bar) => [
      bar.what,
      `${figure(bar.limit, bar.unit)} ${bar.unit}`,
      `${measuredText(bar)} ${bar.unit}`,
      isHeld(bar) ? '✓ yes' : '✗ **no**',
    ]),
  );
}

/** Rounded, but not to the limit where it is above it. */
function measuredText(bar: Bar): string {
  const text = figure(bar.measured, bar.unit);
  if (isHeld(bar) || text !== figure(bar.limit, bar.unit)) return text;
  return bar.measured.toLocaleString('en-GB', { maximumSignificantDigits: 4 });
}

function figure(value: number, unit: string): string {
  return unit === '×' ? value.toLocaleString('en-GB', { maximumSignificantDigits: 2 }) : figureText(value);
}

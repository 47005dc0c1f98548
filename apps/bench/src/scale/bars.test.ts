import { expect, test } from 'vitest';
import { isHeld } from '../report/bar.ts';
import { scaleBars } from './bars.ts';
import type { ScaleFindings } from './findings.ts';
import type { ScaleLineId } from './lines.ts';

const cell = (line: ScaleLineId, at: number, figure: number) => ({ line, at, figures: [figure] });

const findings: ScaleFindings = {
  cells: [
    cell('contracts', 10, 100),
    cell('contracts', 10_000, 120),
    cell('emit-busbar', 10, 200),
    cell('emit-busbar', 100, 560),
    cell('copies-idle', 1, 200),
    cell('copies-idle', 2, 210),
    cell('copies-busy', 2, 400),
    cell('copies-shared', 2, 200),
  ],
};

test('the bars are held where an emit costs the same, and not where it costs more', () => {
  const bars = scaleBars(findings);
  expect(bars.map(({ measured }) => measured)).toEqual([1.2, 4, 1.05, 2]);
  expect(bars.map(isHeld)).toEqual([false, true, true, false]);
});

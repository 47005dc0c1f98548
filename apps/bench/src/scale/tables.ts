import { spreadText } from '../report/figure-text.ts';
import { markdownTable } from '../report/markdown-table.ts';
import { costAt, placesOf, type ScaleFindings } from './findings.ts';
import { type Across, linesAcross, scaleLines } from './lines.ts';
import { inThis, thingOf, unitOf } from './units.ts';

/** The figures of all curves over one thing. */
export function scaleTable(findings: ScaleFindings, across: Across): string {
  const lines = linesAcross(across);
  const unit = unitOf[across];
  const places = [...new Set(lines.flatMap((line) => placesOf(findings, line)))];
  return markdownTable(
    [unit, ...places.map((at) => thingOf(across, at))],
    lines.map((line) => [scaleLines[line].title, ...places.map((at) => spreadText(inThis(unit, costAt(findings, [line, at]))))]),
  );
}

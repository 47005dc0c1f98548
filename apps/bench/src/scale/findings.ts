import { type Spread, spreadOf } from '../measure/spread.ts';
import type { ScaleLineId } from './lines.ts';

/** A place on a curve, measured once in each round. */
export interface Cell {
  readonly line: ScaleLineId;
  readonly at: number;
  /** Nanoseconds, one figure a round. */
  readonly figures: readonly number[];
}

/** What was measured. */
export interface ScaleFindings {
  readonly cells: readonly Cell[];
}

/** The name of a place: `emit-busbar 100`. */
export type Place = readonly [line: ScaleLineId, at: number];

/** The places of a curve that were measured. */
export function placesOf({ cells }: ScaleFindings, line: ScaleLineId): readonly number[] {
  return cells.filter((cell) => cell.line === line).map(({ at }) => at);
}

/** What a place comes to, in nanoseconds. */
export function costAt(findings: ScaleFindings, place: Place): Spread {
  return spreadOf(figuresAt(findings, place));
}

/** How many times as much one place costs as another one, each time in the same round. */
export function ratioOf(findings: ScaleFindings, place: Place, base: Place): Spread {
  return compared(findings, place, base, (figure, other) => figure / other);
}

/** Nanoseconds that each further one costs on the way from one place of a curve to another one, each time in the same round. */
export function growthOf(findings: ScaleFindings, line: ScaleLineId, from: number, to: number): Spread {
  return compared(findings, [line, to], [line, from], (figure, other) => (figure - other) / (to - from));
}

function compared(
  findings: ScaleFindings,
  place: Place,
  base: Place,
  compare: (figure: number, other: number) => number,
): Spread {
  const others = figuresAt(findings, base);
  return spreadOf(figuresAt(findings, place).map((figure, round) => compare(figure, others[round]!)));
}

function figuresAt({ cells }: ScaleFindings, [line, at]: Place): readonly number[] {
  const found = cells.find((cell) => cell.line === line && cell.at === at);
  if (!found) throw new Error(`"${line}" was not measured at ${at}.`);
  return found.figures;
}

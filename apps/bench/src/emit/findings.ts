import { type Spread, spreadOf } from '../measure/spread.ts';
import type { Cell } from './cell.ts';

/** What was measured: nanoseconds an event, by the ids of the cells, one figure a round. */
export interface EmitFindings {
  readonly figures: Readonly<Record<string, number[]>>;
}

/** Findings to be filled in. */
export function emptyFindings(plan: readonly Cell[]): EmitFindings {
  return { figures: Object.fromEntries(plan.map(({ id }) => [id, []])) };
}

/** What a cell comes to, in nanoseconds an event. */
export function costOf(findings: EmitFindings, id: string): Spread {
  return spreadOf(figuresOf(findings, id));
}

/** How many times as much one cell costs as another one, each time in the same round. */
export function ratioOf(findings: EmitFindings, id: string, base: string): Spread {
  const bases = figuresOf(findings, base);
  return spreadOf(figuresOf(findings, id).map((figure, round) => figure / bases[round]!));
}

function figuresOf({ figures }: EmitFindings, id: string): readonly number[] {
  const found = figures[id];
  if (!found) throw new Error(`"${id}" was not measured.`);
  return found;
}

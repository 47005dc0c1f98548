import type { Cell } from './findings.ts';
import { type ScaleLineId, scaleLines } from './lines.ts';

/** Where on which curve something is measured. */
export type CellToMeasure = Omit<Cell, 'figures'>;

/** All that is measured in a round. */
export function placesFor(extent: 'full' | 'quick'): readonly CellToMeasure[] {
  return (Object.keys(scaleLines) as ScaleLineId[]).flatMap((line) => {
    const { points, quick } = scaleLines[line];
    return (extent === 'full' ? points : quick).map((at) => ({ line, at }));
  });
}

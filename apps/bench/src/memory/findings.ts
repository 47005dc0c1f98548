import { type Spread, spreadOf } from '../measure/spread.ts';
import type { LongRunId } from './runs.ts';

/** What one thing of a kind weighs. */
export interface Weight {
  readonly kind: string;
  /** Bytes, one figure a round. */
  readonly figures: readonly number[];
}

/** What the heap was like while events were emitted. */
export interface HeapCurve {
  readonly run: LongRunId;
  /** Events until then, and how many bytes more than before there were. */
  readonly points: readonly (readonly [events: number, bytes: number])[];
}

/** What was measured. */
export interface MemoryFindings {
  readonly weights: readonly Weight[];
  readonly curves: readonly HeapCurve[];
}

/** The bytes of one thing; nothing where the kind was not weighed. */
export function weightOf({ weights }: MemoryFindings, kind: string): Spread | undefined {
  const found = weights.find((weight) => weight.kind === kind);
  return found && spreadOf(found.figures);
}

/** What a long run left behind: after how many events, and how many bytes, as the last three looks at the heap agree. */
export function leftBy({ curves }: MemoryFindings, run: LongRunId): { readonly events: number; readonly bytes: number } {
  const last = curves.find((curve) => curve.run === run)?.points.slice(-3);
  if (!last) throw new Error(`"${run}" was not measured.`);
  // One of them may have come while the browser compiled something.
  return { events: last.at(-1)![0], bytes: spreadOf(last.map(([_events, bytes]) => bytes)).median };
}

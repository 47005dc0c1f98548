import type { Meeting } from './meetings.ts';
import type { Counts } from './page/reading.ts';

/** One storm over one page. */
export interface StormRun extends Meeting {
  readonly round: number;
  readonly counts: Counts;
  readonly figures: StormFigures;
}

/** What is compared, in milliseconds where it is no number of things. */
export interface StormFigures {
  /** How long the longest emitting task emitted: what the emitter itself is kept for. */
  readonly emitting: number;
  /** From the first emit until all was handled. */
  readonly total: number;
  /** What the main thread worked meanwhile, the animation and the button included. */
  readonly worked: number;
  readonly longestTask: number;
  /** The longest task in which Busbar delivers; what is left of it, where it emitted before. */
  readonly longestAfter: number;
  /** Tasks that the browser calls long: of 50 ms and more. */
  readonly longTasks: number;
  readonly framesLost: number;
  /** From a press until its listener ran: of half of them, and of the one that waited longest. */
  readonly press: number;
  readonly worstPress: number;
  /** From a press until the frame that shows it was made, of the one that waited longest. */
  readonly worstPaint: number;
}

/** What the study found: each run of each round. */
export type StormFindings = readonly StormRun[];

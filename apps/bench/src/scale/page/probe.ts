import type { TimeRuns } from '../../measure/quickest-batch.ts';

/** Something that can be done again and again, ready to be timed. */
export interface Probe {
  /** Throws where it did not do what it is about. */
  readonly run: TimeRuns;
  /** Takes everything away again. */
  close(): void;
}

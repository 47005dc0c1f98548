import type { Weight } from '../../../../.ci/sizes/weight.ts';
import type { FirstEventPage } from './first-event-pages.ts';
import type { Step } from './first-event-step.ts';

/** Something, and what it weighs. */
export interface Weighed extends Weight {
  readonly what: string;
}

/** A bus of others: what a page has of it that emits and listens, and all of it. */
export interface WeighedRival {
  /** For tables: `mitt`. */
  readonly name: string;
  readonly package: string;
  readonly minimal: Weight;
  readonly everything: Weight;
}

/** What one cold page took until its first event was handled, in milliseconds. */
export interface FirstEvent {
  readonly page: string;
  /** Parsing and compiling, on all threads, of their own time. */
  readonly parse: number;
  /** Running scripts, of the main thread's own time. */
  readonly script: number;
  /** When each step was over, by the clock, since the libraries were there. */
  readonly steps: Readonly<Partial<Record<Step, number>>>;
}

/** The same of all pages, a figure for each round. */
export type FirstEvents = Readonly<
  Record<
    FirstEventPage,
    {
      readonly parse: readonly number[];
      readonly script: readonly number[];
      readonly steps: Readonly<Partial<Record<Step, readonly number[]>>>;
    }
  >
>;

/** What the study of weights found. */
export interface WeightFindings {
  /** Parts of Busbar. */
  readonly parts: readonly Weighed[];
  /** Whole pages: a bus, what it brings along, and a contract. */
  readonly pages: readonly Weighed[];
  readonly rivals: readonly WeighedRival[];
  readonly firstEvents: FirstEvents;
}

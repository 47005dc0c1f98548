import type { Figure } from './figure.ts';

/** A build of the core, as a micro-frontend brings it along. */
export type Core = typeof import('@busbar/core');

/** What a browser itself counts, after everything that can be collected was collected. Heap in bytes. */
export interface Gauge {
  readonly listeners: number;
  readonly heap: number;
}

/** What a row is run with. */
export interface Conditions {
  /** Two builds for production that share nothing but the page. */
  readonly one: Core;
  readonly two: Core;
  /** The full form, of `pnpm acceptance`; otherwise the short one, of `npm test`. */
  readonly full: boolean;
  /** What was written to the console. A row takes out what it expects; the rest counts against it. */
  readonly console: string[];
  /** Reads the browser's counters. Only Chromium lets its driver do so. */
  readonly gauge: (() => Promise<Gauge>) | undefined;
}

/** One line of the acceptance table. Runs in a page of its own. */
export interface Row {
  /** Its name in the table, such as `A8`. */
  readonly name: string;
  /** What is done to the bus. */
  readonly what: string;
  /** How often it may be tried where the load of the machine can spoil it. Default 1. */
  readonly tries?: number;
  run(conditions: Conditions): Promise<readonly Figure[]>;
}

/** What came of a row. */
export interface Outcome {
  readonly name: string;
  readonly figures: readonly Figure[];
  /** Which of the tries it is that is told: the first in which every figure holds, else the last. */
  readonly tries: number;
  readonly holds: boolean;
}

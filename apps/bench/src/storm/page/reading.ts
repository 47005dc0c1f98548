import type { Press } from './press-button.ts';

/** What a page went through in a storm, in milliseconds since the page began. */
export interface Reading {
  readonly begun: number;
  /** When all was handled. */
  readonly ended: number;
  /** How long each emitting task emitted. */
  readonly emitting: readonly number[];
  /** When frames were due, from before the storm until after it. */
  readonly frames: readonly number[];
  readonly presses: readonly Press[];
  /** How many tasks the browser itself calls long: 50 ms and more, by the clock on the wall. */
  readonly longTasks: number;
  readonly counts: Counts;
}

/** What became of the events; each counts as often as it has subscribers. */
export interface Counts {
  readonly handled: number;
  /** Let go because a newer one of the same key came. */
  readonly declined: number;
  /** Made dead letters: those of subscribers, and those of `window`, which is one more subscriber of Busbar's. */
  readonly dead: number;
  readonly deadOfWindow: number;
}

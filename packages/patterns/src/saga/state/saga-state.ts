import type { BusEvent } from '@busbar/core';
import type { SagaError, SagaFailure, SagaInstance } from './saga-events.ts';

/** How far an instance has come. */
export type SagaStatus =
  /** Its steps are being done. */
  | 'running'
  /** A step has failed for good, and what was done is being undone. */
  | 'undoing'
  /** All steps are done. */
  | 'completed'
  /** All that could be undone is. */
  | 'undone'
  /** An undo has failed for good: a person has to finish. */
  | 'stuck';

/** How far a step has come. */
export type StepStatus = 'waiting' | 'running' | 'done' | 'failed' | 'undoing' | 'undone' | 'undo-failed';

/** One step of an instance. */
export interface SagaStepState {
  readonly name: string;
  readonly status: StepStatus;
  /** Whether it has an `undo`. */
  readonly undoable: boolean;
  /** How often it was begun to be done, counted over reloads. */
  readonly attempts: number;
  /** How many of the tries have failed. */
  readonly failures: number;
  /** How often it was begun to be undone. */
  readonly undoAttempts: number;
  /** Whether a try has ended without telling whether it took effect. */
  readonly uncertain: boolean;
  /** What it answered. */
  readonly result?: unknown;
  /** What went wrong last. */
  readonly error?: SagaError;
  /** When the next try begins, in milliseconds since the Unix epoch. */
  readonly retryAt?: number;
}

/** Where an instance stands: a fold of its events, plain data. */
export interface SagaState extends SagaInstance {
  readonly status: SagaStatus;
  /** The event that started it. */
  readonly start: BusEvent;
  /** In the order of the definition. */
  readonly steps: readonly SagaStepState[];
  /** Why it is undone. */
  readonly failure?: SagaFailure;
  /** The times of its first and its newest event, in milliseconds since the Unix epoch. */
  readonly startedAt: number;
  readonly changedAt: number;
  /** How many events it has had. */
  readonly events: number;
}

import { nextUndo, outcomeOf } from './next-undo.ts';
import type { StepOutcome } from './saga-events.ts';
import type { SagaState } from './saga-state.ts';

/** What is to happen next to an instance. */
export type Decision =
  /** A try of a step, not before a time in milliseconds since the Unix epoch. */
  | { readonly kind: 'do'; readonly step: string; readonly attempt: number; readonly notBefore?: number }
  /** A try to undo a step. */
  | { readonly kind: 'undo'; readonly step: string; readonly attempt: number; readonly outcome: StepOutcome }
  /** All steps are done: say so. */
  | { readonly kind: 'complete' }
  /** Nothing is left to undo: say so. */
  | { readonly kind: 'conclude' }
  /** Nothing: it has ended, or a person has to finish. */
  | { readonly kind: 'rest' };

/**
 * Decides what is to happen next, from the state alone: the same before and after a reload.
 *
 * A step that was begun and has not ended is done again, since nobody knows how far it came.
 */
export function decide({ status, steps }: SagaState): Decision {
  if (status === 'running') {
    const step = steps.find((one) => one.status !== 'done');
    if (!step) return { kind: 'complete' };
    const { name, attempts, retryAt } = step;
    return { kind: 'do', step: name, attempt: attempts + 1, ...(retryAt !== undefined && { notBefore: retryAt }) };
  }
  if (status !== 'undoing') return { kind: 'rest' };
  const step = nextUndo(steps);
  if (!step) return { kind: 'conclude' };
  return { kind: 'undo', step: step.name, attempt: step.undoAttempts + 1, outcome: outcomeOf(step) };
}

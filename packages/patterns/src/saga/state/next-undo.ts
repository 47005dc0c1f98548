import type { StepOutcome } from './saga-events.ts';
import type { SagaStepState } from './saga-state.ts';

/** The step that is to be undone next, the last of those that are done or may be; undefined where none is left. */
export function nextUndo(steps: readonly SagaStepState[]): SagaStepState | undefined {
  return steps.findLast(({ undoable, status, uncertain }) => {
    return undoable && (status === 'done' || status === 'undoing' || (status === 'failed' && uncertain));
  });
}

/** What is known of a step that has to be undone. */
export function outcomeOf({ uncertain }: SagaStepState): StepOutcome {
  return uncertain ? 'unknown' : 'done';
}

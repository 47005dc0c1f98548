import type { BusEvent } from '@busbar/core';
import type { SagaStep, UndoContext } from '../definition/saga-step.ts';
import { stepNamed } from '../definition/step-named.ts';
import { askCaller } from '../runner/ask-caller.ts';
import { retryDelay } from '../runner/retry-delay.ts';
import { toSagaError } from '../runner/saga-errors.ts';
import type { SagaJournal } from '../runner/saga-journal.ts';
import type { SagaWork } from '../runner/saga-work.ts';
import { resultsBefore, stepContext } from '../runner/step-context.ts';
import { tryStep } from '../runner/try-step.ts';
import { wait } from '../runner/wait.ts';
import { outcomeOf } from '../state/next-undo.ts';
import type { SagaStepState } from '../state/saga-state.ts';

/** Undoes a step, with as many tries as it may take, and writes down what comes of it. */
export async function undoStep(work: SagaWork, journal: SagaJournal, name: string): Promise<void> {
  const step = stepNamed(work.saga, name);
  for (let failures = 1; ; failures++) {
    const { attempt, outcome } = nextTry(journal, name);
    const cause = await journal.write('undoStarted', { step: name, attempt, outcome });
    const failure = await attemptOnce(work, journal, step, attempt, cause);
    if (!failure) {
      await journal.write('stepUndone', { step: name });
      return;
    }
    const delay = askCaller(work.bus, () => retryDelay(step.undoRetry ?? 3, failure.error, failures), undefined);
    if (delay === undefined) {
      const { start, steps, failure: why } = journal.state!;
      const told = { start, results: { ...resultsBefore(steps, name), ...ownResult(steps, name) }, ...(why && { failure: why }) };
      await journal.write('undoFailed', { step: name, attempt, outcome, error: toSagaError(failure.error), ...told });
      return;
    }
    await wait(delay, work.signal);
  }
}

function nextTry({ state }: SagaJournal, name: string): Pick<UndoContext, 'attempt' | 'outcome'> {
  const known = state!.steps.find((step) => step.name === name)!;
  return { attempt: known.undoAttempts + 1, outcome: outcomeOf(known) };
}

/** What went wrong; undefined where the step is undone. */
async function attemptOnce(
  { saga, bus, signal: stopped }: SagaWork,
  { state }: SagaJournal,
  step: SagaStep,
  attempt: number,
  cause: BusEvent,
): Promise<{ readonly error: unknown } | undefined> {
  const { name, timeout } = step;
  const { id, steps } = state!;
  const key = `${saga.name}:${id}:${name}:undo`;
  const known = steps.find((one) => one.name === name)!;
  try {
    await tryStep({ key, source: bus.source, timeout, signal: stopped }, (signal) => {
      const context = stepContext({ bus, state: state!, step: name, attempt, key, cause, signal, timeout });
      return step.undo!({ ...context, outcome: outcomeOf(known), result: known.result, failure: state!.failure });
    });
    return undefined;
  } catch (error) {
    stopped.throwIfAborted();
    return { error };
  }
}

function ownResult(steps: readonly SagaStepState[], name: string): Record<string, unknown> {
  const known = steps.find((step) => step.name === name)!;
  return 'result' in known ? { [name]: known.result } : {};
}

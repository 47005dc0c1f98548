import type { BusEvent } from '@busbar/core';
import type { SagaStep } from '../definition/saga-step.ts';
import { stepNamed } from '../definition/step-named.ts';
import type { Decision } from '../state/decide.ts';
import { askCaller } from './ask-caller.ts';
import { retryDelay } from './retry-delay.ts';
import { isTimeout, mayBeDone, toSagaError } from './saga-errors.ts';
import type { SagaJournal } from './saga-journal.ts';
import type { SagaWork } from './saga-work.ts';
import { stepContext } from './step-context.ts';
import { toPlain } from './to-plain.ts';
import { tryStep } from './try-step.ts';
import { wait } from './wait.ts';

type Tried =
  | { readonly result: unknown }
  /** `answered` where the step was done, and JSON has no words for what it answered. */
  | { readonly error: unknown; readonly answered: boolean };

/** Makes one try of a step, and writes down what comes of it. */
export async function doStep(
  work: SagaWork,
  journal: SagaJournal,
  { step: name, attempt, notBefore = 0 }: Extract<Decision, { kind: 'do' }>,
): Promise<void> {
  const delay = notBefore - Date.now();
  if (delay > 0) await wait(delay, work.signal);
  const step = stepNamed(work.saga, name);
  const cause = await journal.write('stepStarted', { step: name, attempt });
  const tried = await attemptOnce(work, journal, step, attempt, cause);
  if ('result' in tried) {
    const { result } = tried;
    await journal.write('stepDone', { step: name, attempt, ...(result !== undefined && { result }) });
  } else {
    await journal.write('stepFailed', { step: name, attempt, ...failureOf(work, step, journal, tried) });
  }
}

async function attemptOnce(
  { saga, bus, signal: stopped }: SagaWork,
  { state }: SagaJournal,
  step: SagaStep,
  attempt: number,
  cause: BusEvent,
): Promise<Tried> {
  const { name, timeout } = step;
  const key = `${saga.name}:${state!.id}:${name}:do`;
  let answered = false;
  try {
    const answer = await tryStep({ key, source: bus.source, timeout, signal: stopped }, (signal) =>
      step.do(stepContext({ bus, state: state!, step: name, attempt, key, cause, signal, timeout })),
    );
    answered = true;
    return { result: toPlain(answer) };
  } catch (error) {
    // What the runner's own end has stopped has not failed: it is done again.
    stopped.throwIfAborted();
    return { error, answered };
  }
}

function failureOf(
  { bus }: SagaWork,
  step: SagaStep,
  { state }: SagaJournal,
  { error, answered }: Extract<Tried, { error: unknown }>,
) {
  const isUnknown = answered || mayBeDone(error) || askCaller(bus, () => step.mayBeDone?.(error), true) === true;
  const { failures } = state!.steps.find(({ name }) => name === step.name)!;
  const delay = answered ? undefined : askCaller(bus, () => retryDelay(step.retry ?? 0, error, failures + 1), undefined);
  return {
    reason: isTimeout(error) ? ('timed-out' as const) : ('failed' as const),
    outcome: isUnknown ? ('unknown' as const) : ('not-done' as const),
    error: toSagaError(error),
    ...(delay !== undefined && { retryAt: Date.now() + delay }),
  };
}

import { BusError, type DeadLetter, type EventOf } from '@busbar/core';
import { inDevelopment } from '../../development.ts';
import { goOn } from '../runner/go-on.ts';
import { holdInstance } from '../runner/hold-instance.ts';
import type { SagaJournal } from '../runner/saga-journal.ts';
import type { SagaWork } from '../runner/saga-work.ts';
import { versionProblem } from '../runner/version-problem.ts';
import { sagaEvents } from '../state/saga-events.ts';
import type { SagaState, SagaStepState } from '../state/saga-state.ts';
import { undoStep } from './undo-step.ts';

type UndoFailed = EventOf<typeof sagaEvents.undoFailed>;

/**
 * Makes a dead letter of each undo that has failed for good: the subscription fails at the event. Redriven, it tries the
 * undo again.
 */
export function watchFailedUndos(work: SagaWork, ready: Promise<void>): void {
  const { bus, saga, signal, shown } = work;
  bus.on(
    sagaEvents.undoFailed,
    async (event) => {
      if (event.redriveof) return undoAgain(work, event);
      await ready.catch(() => {});
      if (needsLetter(work, event)) throw undoFailed(event);
    },
    {
      signal,
      overlap: 'parallel',
      // A redriven event has the key of the one that failed.
      dedupe: false,
      // Of several runners on a page, the one that showed the event has the letter.
      where: ({ id, data, redriveof, replayed }) => data.saga === saga.name && (!!redriveof || !!replayed || shown.has(id)),
    },
  );
}

/** Tries an undo again that had failed for good, and goes on from there. What fails again is another event, and another letter. */
async function undoAgain(work: SagaWork, { data: { id, step } }: UndoFailed): Promise<void> {
  await holdInstance(work, id, async (journal) => {
    if (failedStep(journal.state, step)) await finish(work, journal, step, () => undoStep(work, journal, step));
  });
}

/** Writes down that a person has undone a step. @throws BusError `saga-not-stuck`, `saga-version`, `saga-store-failed`. */
export function undoneByHand(work: SagaWork, id: string, step: string): Promise<SagaState> {
  return holdInstance(work, id, async (journal) => {
    if (!failedStep(journal.state, step)) throw notStuck(work, id, step);
    await finish(work, journal, step, () => journal.write('stepUndone', { step, byHand: true }));
    return journal.state!;
  });
}

/** Does something about a failed undo and what follows from it, and takes letters off the list that are settled by that. */
async function finish(work: SagaWork, journal: SagaJournal, step: string, action: () => Promise<unknown>): Promise<void> {
  const problem = versionProblem(work.saga, journal.state!);
  if (problem) throw problem;
  await action();
  await goOn(work, journal);
  if (failedStep(journal.state, step)) return;
  const { id } = journal.state!;
  work.bus.deadLetters.discard((letter) => isOurs(work, letter) && letter.event.subject === id && stepOf(letter) === step);
}

/** Whether it says how things are now, and no letter says so already, such as one that was kept from an earlier page. */
function needsLetter(work: SagaWork, { id: event, data: { id, step, attempt } }: UndoFailed): boolean {
  const known = failedStep(work.instances.get().get(id), step);
  const isKept = (letter: DeadLetter): boolean => letter.event.id === event && isOurs(work, letter);
  return known?.undoAttempts === attempt && work.bus.deadLetters.list(isKept).length === 0;
}

function failedStep(state: SagaState | undefined, step: string): SagaStepState | undefined {
  return state?.steps.find(({ name, status }) => name === step && status === 'undo-failed');
}

/** Whether a letter is for the subscription above. */
function isOurs({ bus, saga }: SagaWork, { event, subscriber }: DeadLetter): boolean {
  const { type } = sagaEvents.undoFailed;
  const { saga: name } = (event.data ?? {}) as Partial<UndoFailed['data']>;
  return event.type === type && subscriber?.target === type && subscriber.source === bus.source && name === saga.name;
}

function stepOf({ event }: DeadLetter): string {
  return (event.data as UndoFailed['data']).step;
}

function undoFailed({ data: { saga, id, step, error } }: UndoFailed): BusError {
  const message = inDevelopment
    ? `The step "${step}" of "${id}", saga "${saga}", could not be undone (${error.message}). Redrive this letter to try again, or undo it by hand and say so with \`undoneByHand\`; the event says from what.`
    : '';
  return new BusError('undo-failed', { message, saga, id, step, error });
}

function notStuck({ saga: { name } }: SagaWork, id: string, step: string): BusError {
  const message = inDevelopment ? `The step "${step}" of "${id}", saga "${name}", has no undo that failed.` : '';
  return new BusError('saga-not-stuck', { message, saga: name, id, step });
}

import type { AnySaga } from '../definition/define-saga.ts';
import { nextUndo } from './next-undo.ts';
import type { SagaEvent, SagaEventName, SagaPayloads } from './saga-events.ts';
import type { SagaState, SagaStepState } from './saga-state.ts';

type Fold<Name extends SagaEventName> = (state: SagaState, data: SagaPayloads[Name]) => Partial<SagaState>;

const folds: { readonly [Name in SagaEventName]: Fold<Name> } = {
  started: () => ({}),
  stepStarted: (state, { step, attempt }) =>
    changed(state, step, ({ status, retryAt, uncertain, ...rest }) => ({
      ...rest,
      status: 'running',
      attempts: attempt,
      // The try before has not ended: its page died.
      uncertain: uncertain || (status === 'running' && retryAt === undefined),
    })),
  stepDone: (state, { step, result }) =>
    changed(state, step, ({ error, ...rest }) => ({
      ...rest,
      status: 'done',
      uncertain: false,
      ...(result !== undefined && { result }),
    })),
  stepFailed: (state, { step, reason, outcome, error, retryAt }) => ({
    ...changed(state, step, (known) => ({
      ...known,
      failures: known.failures + 1,
      error,
      uncertain: known.uncertain || outcome === 'unknown',
      ...(retryAt === undefined ? { status: 'failed' } : { retryAt }),
    })),
    ...(retryAt === undefined && { status: 'undoing', failure: { step, reason, error } }),
  }),
  undoStarted: (state, { step, attempt }) => ({
    ...changed(state, step, (known) => ({ ...known, status: 'undoing', undoAttempts: attempt })),
    status: 'undoing',
  }),
  stepUndone: (state, { step }) => undoing(changed(state, step, ({ error, ...rest }) => ({ ...rest, status: 'undone' }))),
  undoFailed: (state, { step, error }) => undoing(changed(state, step, (known) => ({ ...known, status: 'undo-failed', error }))),
  completed: () => ({ status: 'completed' }),
  undone: () => ({ status: 'undone' }),
};

/** The state after one more event. What comes before the start of an instance, and a second start, say nothing. */
export function foldSagaEvent(state: SagaState | undefined, event: SagaEvent): SagaState | undefined {
  if (event.type === 'saga:started') return state ?? begin(event.data, event.time);
  if (!state) return undefined;
  const fold = folds[event.type.slice('saga:'.length) as SagaEventName] as Fold<SagaEventName>;
  const { version } = event.data;
  return { ...state, ...fold(state, event.data), version, changedAt: event.time, events: state.events + 1 };
}

/**
 * The state of an instance after its events, oldest first; undefined where there are none.
 *
 * An event of a later version finds the state as the saga's `migrate` has turned it.
 */
export function foldSaga(events: Iterable<SagaEvent>, migrate: AnySaga['migrate'] = {}): SagaState | undefined {
  let state: SagaState | undefined;
  for (const event of events) state = foldSagaEvent(state && migrateSaga(state, event.data.version, migrate), event);
  return state;
}

/** The state as a later version knows it, or as far towards it as there are migrations. */
export function migrateSaga(state: SagaState, version: number, migrate: AnySaga['migrate'] = {}): SagaState {
  let migrated = state;
  while (migrated.version < version) {
    const next = migrate[migrated.version];
    if (!next) break;
    migrated = { ...next(migrated), version: migrated.version + 1 };
  }
  return migrated;
}

function begin({ saga, version, id, start, steps }: SagaPayloads['started'], time: number): SagaState {
  const waiting = steps.map(({ name, undoable }) => unbegun(name, undoable));
  return { saga, version, id, status: 'running', start, steps: waiting, startedAt: time, changedAt: time, events: 1 };
}

function unbegun(name: string, undoable: boolean): SagaStepState {
  return { name, status: 'waiting', undoable, attempts: 0, failures: 0, undoAttempts: 0, uncertain: false };
}

/** The steps with one of them changed. One that is not known yet came with a later version. */
function changed({ steps }: SagaState, name: string, change: (step: SagaStepState) => SagaStepState): Pick<SagaState, 'steps'> {
  const known = steps.some((step) => step.name === name) ? steps : [...steps, unbegun(name, false)];
  return { steps: known.map((step) => (step.name === name ? change(step) : step)) };
}

/** Stuck once nothing is left to undo but what has failed. */
function undoing({ steps }: Pick<SagaState, 'steps'>): Pick<SagaState, 'steps' | 'status'> {
  const isStuck = !nextUndo(steps) && steps.some(({ status }) => status === 'undo-failed');
  return { steps, status: isStuck ? 'stuck' : 'undoing' };
}

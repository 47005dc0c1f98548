import { describe, expect, it } from 'vitest';
import { type Decision, decide } from './decide.ts';
import { foldSaga } from './fold-saga.ts';
import type { SagaEvent, SagaEventName, SagaPayloads } from './saga-events.ts';
import type { SagaState, SagaStatus, SagaStepState, StepStatus } from './saga-state.ts';

const start = {
  id: 'e-1',
  source: 'checkout',
  type: 'checkout:orderSubmitted',
  time: 1,
  sequence: 1,
  dataversion: 1,
  data: {},
  hops: 0,
};
const stepStatuses: readonly StepStatus[] = ['waiting', 'running', 'done', 'failed', 'undoing', 'undone', 'undo-failed'];
const statuses: readonly SagaStatus[] = ['running', 'undoing', 'completed', 'undone', 'stuck'];

function stepAt(name: string, status: StepStatus, more: Partial<SagaStepState> = {}): SagaStepState {
  return { name, status, undoable: true, attempts: 1, failures: 0, undoAttempts: 0, uncertain: false, ...more };
}

function stateWith(status: SagaStatus, steps: readonly SagaStepState[]): SagaState {
  return { saga: 'placeOrder', version: 1, id: 'A-17', status, start, steps, startedAt: 1, changedAt: 1, events: 1 };
}

/** Every way that a step can be. */
const anyStep = (name: string): SagaStepState[] =>
  stepStatuses.flatMap((status) =>
    [true, false].flatMap((undoable) => [true, false].map((uncertain) => stepAt(name, status, { undoable, uncertain }))),
  );

/** Every way that a saga of two steps can be, of any status. */
const anyState: readonly SagaState[] = statuses.flatMap((status) =>
  anyStep('first').flatMap((first) => anyStep('second').map((second) => stateWith(status, [first, second]))),
);

/** Whether a step has something to take back, in the words of the documentation. */
function hasEffect({ undoable, status, uncertain }: SagaStepState): boolean {
  if (!undoable) return false;
  return status === 'done' || status === 'undoing' || (status === 'failed' && uncertain);
}

describe('the decision what to do next', () => {
  it.each<[string, SagaState, Decision]>([
    ['begins', stateWith('running', [stepAt('first', 'waiting', { attempts: 0 })]), { kind: 'do', step: 'first', attempt: 1 }],
    [
      'goes on with the next step',
      stateWith('running', [stepAt('first', 'done'), stepAt('second', 'waiting', { attempts: 0 })]),
      { kind: 'do', step: 'second', attempt: 1 },
    ],
    ['does again what had begun', stateWith('running', [stepAt('first', 'running')]), { kind: 'do', step: 'first', attempt: 2 }],
    [
      'waits before it tries again',
      stateWith('running', [stepAt('first', 'running', { retryAt: 500 })]),
      { kind: 'do', step: 'first', attempt: 2, notBefore: 500 },
    ],
    ['completes', stateWith('running', [stepAt('first', 'done')]), { kind: 'complete' }],
    [
      'undoes what was done',
      stateWith('undoing', [stepAt('first', 'done'), stepAt('second', 'failed')]),
      { kind: 'undo', step: 'first', attempt: 1, outcome: 'done' },
    ],
    [
      'undoes what may have been done',
      stateWith('undoing', [stepAt('first', 'done'), stepAt('second', 'failed', { uncertain: true })]),
      { kind: 'undo', step: 'second', attempt: 1, outcome: 'unknown' },
    ],
    [
      'undoes again what had begun to be undone',
      stateWith('undoing', [stepAt('first', 'undoing', { undoAttempts: 1 })]),
      { kind: 'undo', step: 'first', attempt: 2, outcome: 'done' },
    ],
    ['concludes', stateWith('undoing', [stepAt('first', 'undone'), stepAt('second', 'failed')]), { kind: 'conclude' }],
    ['leaves the rest to a person', stateWith('stuck', [stepAt('first', 'undo-failed')]), { kind: 'rest' }],
  ])('%s', (_, state, decision) => {
    expect(decide(state)).toEqual(decision);
  });

  it('rests in every state that has ended', () => {
    const ended = anyState.filter(({ status }) => ['completed', 'undone', 'stuck'].includes(status));
    expect(ended).toHaveLength(3 * 28 * 28);
    expect(new Set(ended.map((state) => decide(state).kind))).toEqual(new Set(['rest']));
  });

  it('does the first step that is not done, in every running state', () => {
    for (const state of anyState.filter(({ status }) => status === 'running')) {
      const open = state.steps.find(({ status }) => status !== 'done');
      expect(decide(state)).toMatchObject(
        open ? { kind: 'do', step: open.name, attempt: open.attempts + 1 } : { kind: 'complete' },
      );
    }
  });

  it('undoes the last step that has something to take back, in every state of undoing', () => {
    for (const state of anyState.filter(({ status }) => status === 'undoing')) {
      const last = [...state.steps].reverse().find(hasEffect);
      const outcome = last?.uncertain ? 'unknown' : 'done';
      expect(decide(state)).toEqual(last ? { kind: 'undo', step: last.name, attempt: 1, outcome } : { kind: 'conclude' });
    }
  });

  it('says the same when it is asked again, and leaves the state alone', () => {
    for (const state of anyState) {
      const before = structuredClone(state);
      expect(decide(state)).toEqual(decide(state));
      expect(state).toEqual(before);
    }
  });
});

describe('decision and fold together', () => {
  it('come to an end from every way that tries can go, undoing all that was or may be done', () => {
    const ends = new Map<string, number>();
    for (const { state, effects } of everyHistory(3, 2)) {
      const left = [...effects].filter(([, isThere]) => isThere).map(([step]) => step);
      const known =
        state.status === 'stuck' ? state.steps.filter(({ status }) => status === 'undo-failed').map(({ name }) => name) : [];
      if (state.status === 'completed') expect(left).toEqual(['0', '1', '2']);
      else expect(left.filter((step) => !known.includes(step))).toEqual([]);
      ends.set(state.status, (ends.get(state.status) ?? 0) + 1);
    }
    expect([...ends.keys()].sort()).toEqual(['completed', 'stuck', 'undone']);
  });
});

type Ending = { readonly state: SagaState; readonly effects: ReadonlyMap<string, boolean> };

/**
 * Every history of so many steps, all of them undoable, of which each has so many tries at most: each try works, fails, times
 * out with or without an effect, or is cut off by the end of the page, with or without one.
 */
function everyHistory(count: number, tries: number): Ending[] {
  const steps = Array.from({ length: count }, (_, place) => ({ name: String(place), undoable: true }));
  const endings: Ending[] = [];
  const walk = (events: readonly SagaEvent[], effects: ReadonlyMap<string, boolean>): void => {
    const state = foldSaga(events)!;
    const decision = decide(state);
    const and = (changed: readonly SagaEvent[], effect?: [string, boolean]): void =>
      walk([...events, ...changed], effect ? new Map([...effects, effect]) : effects);
    if (decision.kind === 'rest') endings.push({ state, effects });
    else if (decision.kind === 'complete') and([said('completed', {})]);
    else if (decision.kind === 'conclude') and([said('undone', {})]);
    else if (decision.kind === 'undo') walkUndo(decision, tries, and);
    else walkDo(decision, tries, and);
  };
  walk([said('started', { start, steps })], new Map());
  return endings;
}

type Next = (changed: readonly SagaEvent[], effect?: [string, boolean]) => void;

function walkDo({ step, attempt }: Extract<Decision, { kind: 'do' }>, tries: number, and: Next): void {
  const begun = said('stepStarted', { step, attempt });
  const retry = attempt < tries ? { retryAt: 5 } : {};
  const failed = { step, attempt, error: { name: 'Error', message: 'no' }, ...retry };
  and([begun, said('stepDone', { step, attempt })], [step, true]);
  and([begun, said('stepFailed', { ...failed, reason: 'failed', outcome: 'not-done' })]);
  and([begun, said('stepFailed', { ...failed, reason: 'timed-out', outcome: 'unknown' })], [step, true]);
  if (attempt < tries) and([begun], [step, true]);
}

function walkUndo({ step, attempt, outcome }: Extract<Decision, { kind: 'undo' }>, tries: number, and: Next): void {
  const begun = said('undoStarted', { step, attempt, outcome });
  and([begun, said('stepUndone', { step })], [step, false]);
  if (attempt < tries) and([begun], [step, false]);
  and([begun, said('undoFailed', { step, attempt, outcome, error: { name: 'Error', message: 'no' }, start, results: {} })]);
}

function said<Name extends SagaEventName>(name: Name, data: Omit<SagaPayloads[Name], 'saga' | 'version' | 'id'>): SagaEvent {
  return { type: `saga:${name}`, time: 1, data: { saga: 'placeOrder', version: 1, id: 'A-17', ...data } } as unknown as SagaEvent;
}

import { expect } from 'vitest';
import { foldSaga } from '../state/fold-saga.ts';
import type { SagaEvent } from '../state/saga-events.ts';
import type { SagaState } from '../state/saga-state.ts';
import type { Plan } from './plan.test.fixture.ts';
import type { Outcome } from './run-plan.test.fixture.ts';
import type { Entry } from './services.test.fixture.ts';

/** What holds of every history, each by the sentence that says so. */
export const laws: Readonly<Record<string, (outcome: Outcome, plan: Plan) => void>> = {
  'every saga that was begun is completed, undone, or waits for a person with a dead letter for each step to finish': ({
    before,
    letters,
    store,
  }) => {
    for (const id of begunIn(store.events)) expect(before.get(id)?.status, id).toMatch(/^(completed|undone|stuck)$/);
    expect(letters).toEqual([...before.values()].flatMap(unfinished).sort());
  },

  'a saga that is completed has taken every effect once, and none is taken back': ({ before, services }, { steps }) => {
    for (const { id } of inStatus(before, 'completed'))
      for (const step of steps.keys()) {
        const { keys, withdrawn, cancelled } = services.books.get(`${id}:${step}`)!;
        expect({ effects: keys.size, withdrawn, cancelled }, `${id} ${step}`).toEqual({
          effects: 1,
          withdrawn: 0,
          cancelled: false,
        });
      }
  },

  'once dead letters have been sent again, no saga is half done': ({ after, services }, { steps }) => {
    for (const { id, status } of after.values()) {
      expect(status, id).toMatch(/^(completed|undone)$/);
      if (status === 'completed') continue;
      for (const [step, { undoable }] of steps.entries()) {
        const entry = services.books.get(`${id}:${step}`);
        if (undoable && entry) expect(remaining(entry), `${id} ${step}`).toBe(0);
      }
    }
  },

  'no step takes effect twice, however often it is tried, on however many pages': ({ services }) => {
    for (const [step, { keys }] of services.books) expect(keys.size, step).toBeLessThanOrEqual(1);
  },

  'an instance starts once, though its event is delivered again, and each step is done once': ({ store }) => {
    for (const [id, events] of byInstance(store.events)) {
      const times = (type: string, step?: string): number =>
        events.filter((event) => event.type === type && (!step || ('step' in event.data && event.data.step === step))).length;
      expect(times('saga:started'), id).toBe(1);
      for (const { name } of foldSaga(events)!.steps)
        expect(times('saga:stepDone', name), `${id} ${name}`).toBeLessThanOrEqual(1);
    }
  },

  'a step begins when those before it are done, and undos go backwards': ({ store }) => {
    for (const events of byInstance(store.events).values()) {
      const names = foldSaga(events)!.steps.map(({ name }) => name);
      const done = new Set<string>();
      // A person may finish these in any order.
      const failed = new Set<string>();
      let lastUndo = Number.POSITIVE_INFINITY;
      for (const { type, data } of events) {
        const place = 'step' in data ? names.indexOf(data.step) : -1;
        if (type === 'saga:stepStarted') expect(names.slice(0, place).every((name) => done.has(name))).toBe(true);
        if (type === 'saga:stepDone') done.add(names[place]!);
        if (type === 'saga:undoFailed') failed.add(data.step);
        if (type !== 'saga:undoStarted' || failed.has(data.step)) continue;
        expect(place).toBeLessThanOrEqual(lastUndo);
        lastUndo = place;
        if (data.attempt > 20) throw new Error(`${names[place]} is undone without end.`);
      }
    }
  },

  'what every runner knows, once it has read the store, is the fold of what is kept': ({ store, pages, after }) => {
    const kept = new Map([...byInstance(store.events)].map(([id, events]) => [id, foldSaga(events)]));
    expect(after).toEqual(kept);
    for (const { runners } of pages) for (const runner of runners) expect(runner.instances.get()).toEqual(kept);
  },

  'no event is kept twice': ({ store }) => {
    const ids = store.events.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
  },

  'when all is over, nothing waits: no event, and no step for its answer': ({ pages }) => {
    const subscriptions = pages.flatMap(({ bus }) => bus.metrics().subscriptions);
    expect(subscriptions.filter(({ queueDepth }) => queueDepth > 0)).toEqual([]);
    expect(subscriptions.filter(({ target }) => target === 'service:answered')).toEqual([]);
  },
};

function begunIn(events: readonly SagaEvent[]): string[] {
  return [...byInstance(events).keys()];
}

function byInstance(events: readonly SagaEvent[]): ReadonlyMap<string, readonly SagaEvent[]> {
  const groups = new Map<string, SagaEvent[]>();
  for (const event of events) groups.set(event.data.id, [...(groups.get(event.data.id) ?? []), event]);
  return groups;
}

function inStatus(states: ReadonlyMap<string, SagaState>, status: SagaState['status']): SagaState[] {
  return [...states.values()].filter((state) => state.status === status);
}

function unfinished({ id, steps }: SagaState): string[] {
  return steps.filter(({ status }) => status === 'undo-failed').map(({ name }) => `${id} ${name}`);
}

function remaining({ keys, withdrawn }: Entry): number {
  return keys.size - withdrawn;
}

import { createTestBus } from '@busbar/testing';
import { describe, expect, it } from 'vitest';
import type { SagaPlan } from '../definition/define-saga.ts';
import { defineSaga } from '../definition/define-saga.ts';
import type { SagaStep } from '../definition/saga-step.ts';
import type { SagaState } from '../state/saga-state.ts';
import { order, storeWith, storyOn, submitted } from './orders.test.fixture.ts';
import { runSaga } from './run-saga.ts';

const never = (): Promise<never> => new Promise(() => {});
const plan = (steps: readonly SagaStep[], more: Partial<SagaPlan<typeof submitted>> = {}) =>
  defineSaga('placeOrder', { startedBy: submitted, correlate: ({ data }) => data.number, steps, ...more });

/** A store with an instance that version 1 has begun: `reserve` is done, `pay` has begun. */
async function leftBehind() {
  const store = storeWith();
  using bus = createTestBus({ time: 'virtual' });
  runSaga(
    bus,
    plan([
      { name: 'reserve', do: () => 'R-1' },
      { name: 'pay', do: never },
    ]),
    { store },
  );
  bus.emit(submitted, order);
  await bus.flush();
  return store;
}

describe('an instance of an older version', () => {
  const checked: SagaStep = { name: 'check', do: () => 'checked' };
  const second: SagaStep[] = [{ name: 'reserve', do: never }, checked, { name: 'pay', do: () => 'paid' }];

  it('rests, and that is told', async () => {
    const store = await leftBehind();
    const errors: unknown[] = [];
    using bus = createTestBus({ time: 'virtual', onError: (error) => errors.push(error) });
    const sagas = runSaga(bus, plan(second, { version: 2 }), { store });
    await sagas.ready;
    await bus.advance(10_000);
    expect(errors).toMatchObject([{ code: 'saga-version', details: { id: 'A-17', version: 1, expected: 2 } }]);
    expect(sagas.state('A-17')).toMatchObject({ status: 'running', version: 1 });
    expect(store.events).toHaveLength(4);
  });

  it('goes on where somebody has said how, also after one more reload', async () => {
    const store = await leftBehind();
    const addCheck = (state: SagaState): SagaState => {
      const [reserve, pay] = state.steps;
      return { ...state, steps: [reserve!, { ...pay!, name: 'check', status: 'waiting' }, pay!] };
    };
    const saga = plan(second, { version: 2, migrate: { 1: addCheck } });
    using bus = createTestBus({ time: 'virtual' });
    const sagas = runSaga(bus, saga, { store });
    const state = await sagas.settled('A-17');
    expect(state).toMatchObject({ status: 'completed', version: 2 });
    expect(state.steps.map(({ name, result }) => [name, result])).toEqual([
      ['reserve', 'R-1'],
      ['check', 'checked'],
      ['pay', 'paid'],
    ]);
    using next = createTestBus({ time: 'virtual' });
    const later = runSaga(next, saga, { store });
    await later.ready;
    expect(later.state('A-17')).toEqual(state);
  });

  it('rests as well where a step is gone and the version was not raised', async () => {
    const store = await leftBehind();
    const errors: unknown[] = [];
    using bus = createTestBus({ time: 'virtual', onError: (error) => errors.push(error) });
    runSaga(bus, plan([{ name: 'reserve', do: never }]), { store });
    await bus.flush();
    expect(errors).toMatchObject([{ code: 'saga-version' }]);
  });

  it('that has ended is no trouble', async () => {
    const store = await leftBehind();
    using bus = createTestBus({ time: 'virtual' });
    await runSaga(
      bus,
      plan([
        { name: 'reserve', do: never },
        { name: 'pay', do: () => 1 },
      ]),
      { store },
    ).settled('A-17');
    using next = createTestBus({ time: 'virtual' });
    const sagas = runSaga(next, plan(second, { version: 2 }), { store });
    await sagas.ready;
    await next.flush();
    expect(sagas.state('A-17')?.status).toBe('completed');
    expect(storyOn(next).at(-1)).toBe('completed');
  });
});

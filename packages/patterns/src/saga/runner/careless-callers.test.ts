import { createTestBus } from '@busbar/testing';
import { describe, expect, it } from 'vitest';
import { defineSaga, type SagaPlan } from '../definition/define-saga.ts';
import type { SagaStep } from '../definition/saga-step.ts';
import type { SagaEvent } from '../state/saga-events.ts';
import { order, storeWith, storyOn, submitted } from './orders.test.fixture.ts';
import { runSaga } from './run-saga.ts';

const broken = (): never => {
  throw new TypeError('No such thing.');
};
const never = (): Promise<never> => new Promise(() => {});
const placing = (steps: readonly SagaStep[], more: Partial<SagaPlan<typeof submitted>> = {}) =>
  defineSaga('placeOrder', { startedBy: submitted, correlate: ({ data }) => data.number, steps, ...more });

/** A store with two orders that a page has left behind in their first step. */
async function leftBehind() {
  const store = storeWith();
  using bus = createTestBus({ time: 'virtual' });
  runSaga(bus, placing([{ name: 'pay', do: never }]), { store });
  for (const number of ['A-17', 'A-18']) bus.emit(submitted, { ...order, number });
  await bus.advance(0);
  return store;
}

describe('a saga whose caller', () => {
  it.each(['mayBeDone', 'retry'] as const)(
    'throws in the %s of a step is told, and leaves no instance half done',
    async (option) => {
      const errors: unknown[] = [];
      using bus = createTestBus({ time: 'virtual', onError: (error) => errors.push(error) });
      const broke = option === 'retry' ? { retry: { attempts: 1, when: broken } } : { mayBeDone: broken };
      const sagas = runSaga(
        bus,
        placing([{ name: 'pay', do: () => Promise.reject(new Error('Closed.')), undo: () => {}, ...broke }]),
        {
          store: storeWith(),
        },
      );
      bus.emit(submitted, order);
      await bus.advance(1_000);
      expect(sagas.state('A-17')).toMatchObject({ status: 'undone', failure: { error: { message: 'Closed.' } } });
      expect(errors).toMatchObject([{ message: 'No such thing.' }]);
    },
  );

  it('throws in migrate for one instance goes on with the others, and is told', async () => {
    const store = await leftBehind();
    const errors: unknown[] = [];
    using bus = createTestBus({ time: 'virtual', onError: (error) => errors.push(error) });
    const migrate = { 1: (state: { id: string }) => (state.id === 'A-17' ? broken() : state) as never };
    const sagas = runSaga(bus, placing([{ name: 'pay', do: () => 'paid' }], { version: 2, migrate }), { store });
    await sagas.ready;
    await bus.advance(0);
    expect(sagas.state('A-18')?.status).toBe('completed');
    expect(errors).toMatchObject([{ message: 'No such thing.' }]);
  });

  it('may not hear what starts it is refused, and works on nothing', async () => {
    const store = await leftBehind();
    const before = store.events.length;
    using bus = createTestBus({ time: 'virtual' });
    const scope = bus.scope({ source: 'checkout', publish: ['saga:*'], subscribe: ['saga:*'] });
    const run = () => runSaga(scope, placing([{ name: 'pay', do: () => 'paid' }]), { store });
    expect(run).toThrow(expect.objectContaining({ code: 'forbidden' }));
    await bus.advance(1_000);
    expect(store.events).toHaveLength(before);
  });

  it('goes away while the store is read hears nothing more of it', async () => {
    const { events } = await leftBehind();
    const errors: unknown[] = [];
    using bus = createTestBus({ time: 'virtual', onError: (error) => errors.push(error) });
    let answer = (_events: readonly SagaEvent[]): void => {};
    const reading = new Promise<readonly SagaEvent[]>((resolve) => {
      answer = resolve;
    });
    const store = { append: () => {}, load: () => reading };
    const scope = bus.scope({ source: 'checkout', publish: ['**'], subscribe: ['**'] });
    const onlyStopped = runSaga(bus, placing([{ name: 'pay', do: never }]), { store });
    const { ready } = runSaga(scope, placing([{ name: 'pay', do: never }]), { store });
    onlyStopped.stop();
    scope.dispose();
    answer(events);
    await expect(ready).rejects.toThrow('was stopped');
    await expect(onlyStopped.ready).rejects.toThrow('was stopped');
    expect(storyOn(bus)).toEqual([]);
    expect(errors).toEqual([]);
  });
});

import { createTestBus } from '@busbar/testing';
import { describe, expect, it } from 'vitest';
import { project } from '../../projection/project.ts';
import { defineSaga } from '../definition/define-saga.ts';
import type { SagaContext, SagaStep } from '../definition/saga-step.ts';
import { sagaEvents } from '../state/saga-events.ts';
import { sagaProjection } from '../watching/saga-projection.ts';
import { type Deed, inWords, order, storeWith, storyOn, submitted } from './orders.test.fixture.ts';
import { runSaga } from './run-saga.ts';

const never = (): Promise<never> => new Promise(() => {});

/** A saga that notes its deeds, and those services that it asks do each of them once by its key. */
function notedSaga(isPaid: boolean) {
  const deeds: Deed[] = [];
  const step = (name: string, works = true): SagaStep => ({
    name,
    do({ idempotencykey: key }) {
      deeds.push({ what: name, key });
      if (!works) throw new Error('no');
      return name;
    },
    undo: ({ idempotencykey: key }) => void deeds.push({ what: `undo ${name}`, key }),
  });
  const steps = [step('reserve'), step('pay', isPaid)];
  const saga = defineSaga('placeOrder', { startedBy: submitted, correlate: ({ data }) => data.number, steps });
  return { deeds, saga };
}

describe.each([
  ['completed', true],
  ['undone', false],
] as const)('a page that dies, of an instance that would be %s', (status, isPaid) => {
  it('is followed by one that ends the instance in the same way, whichever event was the last', async () => {
    const store = storeWith();
    using bus = createTestBus({ time: 'virtual' });
    const whole = runSaga(bus, notedSaga(isPaid).saga, { store });
    bus.emit(submitted, order);
    expect(await whole.settled('A-17')).toMatchObject({ status });
    for (let kept = 1; kept <= store.events.length; kept++) {
      const { saga, deeds } = notedSaga(isPaid);
      const rest = storeWith(store.events.slice(0, kept));
      using next = createTestBus({ time: 'virtual' });
      const sagas = runSaga(next, saga, { store: rest });
      const state = await sagas.settled('A-17');
      expect(state.status, `after ${inWords(store.events[kept - 1]!)}`).toBe(status);
      expect(new Set(deeds.map(({ what }) => what)).size).toBe(deeds.length);
      expect(rest.events.at(-1)?.type).toBe(`saga:${status}`);
    }
  });
});

describe('a page that comes after another', () => {
  it('does a step again that was begun, with the same key', async () => {
    const store = storeWith();
    const keys: string[] = [];
    const pay = (lives: boolean) => ({
      name: 'pay',
      do({ idempotencykey }: SagaContext) {
        keys.push(idempotencykey);
        return lives ? 'paid' : never();
      },
    });
    const saga = (lives: boolean) =>
      defineSaga('placeOrder', { startedBy: submitted, correlate: ({ data }) => data.number, steps: [pay(lives)] });
    using first = createTestBus({ time: 'virtual' });
    runSaga(first, saga(false), { store });
    first.emit(submitted, order);
    await first.flush();
    first.dispose();
    using second = createTestBus({ time: 'virtual' });
    const state = await runSaga(second, saga(true), { store }).settled('A-17');
    expect(state).toMatchObject({ status: 'completed', steps: [{ attempts: 2, result: 'paid' }] });
    expect(keys).toEqual(['placeOrder:A-17:pay:do', 'placeOrder:A-17:pay:do']);
  });

  it('undoes such a step, too, should it fail now', async () => {
    const store = storeWith();
    const outcomes: string[] = [];
    const saga = (act: () => unknown) =>
      defineSaga('placeOrder', {
        startedBy: submitted,
        correlate: ({ data }) => data.number,
        steps: [{ name: 'pay', do: act, undo: ({ outcome }) => void outcomes.push(outcome) }],
      });
    using first = createTestBus({ time: 'virtual' });
    runSaga(first, saga(never), { store });
    first.emit(submitted, order);
    await first.flush();
    first.dispose();
    using second = createTestBus({ time: 'virtual' });
    const fail = (): never => {
      throw new Error('no');
    };
    expect((await runSaga(second, saga(fail), { store }).settled('A-17')).status).toBe('undone');
    expect(outcomes).toEqual(['unknown']);
  });

  it('waits for what is left of the time before another try', async () => {
    const store = storeWith();
    const fail = (): never => {
      throw new Error('no');
    };
    const steps = [{ name: 'pay', do: fail, retry: { attempts: 1, delay: 10_000, jitter: 0 } }];
    const saga = defineSaga('placeOrder', { startedBy: submitted, correlate: ({ data }) => data.number, steps });
    using first = createTestBus({ time: 'virtual' });
    const begun = runSaga(first, saga, { store });
    first.emit(submitted, order);
    await first.advance(4_000);
    begun.stop();
    using second = createTestBus({ time: 'virtual' });
    const sagas = runSaga(second, saga, { store });
    await second.advance(5_999);
    expect(sagas.state('A-17')?.status).toBe('running');
    await second.advance(1);
    expect(sagas.state('A-17')?.status).toBe('undone');
  });

  it('starts nothing again that has ended', async () => {
    const { saga, deeds } = notedSaga(true);
    const store = storeWith();
    using first = createTestBus({ time: 'virtual' });
    const sagas = runSaga(first, saga, { store });
    first.emit(submitted, order);
    await sagas.settled('A-17');
    first.dispose();
    using second = createTestBus({ time: 'virtual' });
    runSaga(second, saga, { store });
    second.emit(submitted, order);
    await second.flush();
    expect(deeds).toHaveLength(2);
  });

  it('shows to views what was before', async () => {
    const store = storeWith();
    const { saga } = notedSaga(true);
    using first = createTestBus({ time: 'virtual' });
    const sagas = runSaga(first, saga, { store });
    first.emit(submitted, order);
    await sagas.settled('A-17');
    await first.flush();
    const story = storyOn(first);
    const [started] = first.emitted(sagaEvents.started);
    first.dispose();
    using second = createTestBus({ time: 'virtual' });
    await runSaga(second, saga, { store }).ready;
    await second.flush();
    expect(storyOn(second)).toEqual(story);
    expect(second.emitted(sagaEvents.started)[0]).toMatchObject({ id: started!.id, time: started!.time });
    const view = project(second, sagaProjection('placeOrder'));
    expect(view.get()['A-17']).toEqual(sagas.state('A-17'));
  });

  it('shows no more of what has ended than it is told to', async () => {
    const store = storeWith();
    const { saga } = notedSaga(true);
    using first = createTestBus({ time: 'virtual' });
    const sagas = runSaga(first, saga, { store });
    for (const number of ['A-1', 'A-2', 'A-3']) {
      first.emit(submitted, { ...order, number });
      await sagas.settled(number);
      await first.advance(1);
    }
    first.dispose();
    using second = createTestBus({ time: 'virtual' });
    const later = runSaga(second, saga, { store, remember: 12 });
    await later.ready;
    expect(second.emitted(sagaEvents.completed).map(({ subject }) => subject)).toEqual(['A-2', 'A-3']);
    expect(later.state('A-1')?.status).toBe('completed');
  });
});

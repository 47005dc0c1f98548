import { createTestBus } from '@busbar/testing';
import { describe, expect, it } from 'vitest';
import { defineSaga } from '../definition/define-saga.ts';
import type { SagaStep } from '../definition/saga-step.ts';
import { order, storyOn, submitted } from '../runner/orders.test.fixture.ts';
import { runSaga } from '../runner/run-saga.ts';
import { sagaEvents } from '../state/saga-events.ts';
import { memorySagaStore } from '../store/saga-store.ts';

const fail = (message: string) => (): never => {
  throw new Error(message);
};
const never = (): Promise<never> => new Promise(() => {});

/** Steps that note what they do and undo. */
function notedSteps(...broken: readonly SagaStep[]) {
  const deeds: string[] = [];
  const noted = (name: string): SagaStep => ({
    name,
    do: () => `${name} done`,
    undo: ({ outcome, result, idempotencykey }) => void deeds.push([idempotencykey, outcome, result].join(' ')),
  });
  const define = (steps: readonly SagaStep[]) =>
    defineSaga('placeOrder', { startedBy: submitted, correlate: ({ data }) => data.number, steps });
  return { deeds, noted, saga: define([noted('reserve'), noted('pay'), ...broken]) };
}

describe('a step that fails for good', () => {
  it('has those before it undone in reverse, and is not undone itself', async () => {
    using bus = createTestBus({ time: 'virtual' });
    const { saga, deeds } = notedSteps({ name: 'confirm', do: fail('no'), undo: () => void deeds.push('never') });
    const sagas = runSaga(bus, saga, { store: memorySagaStore() });
    bus.emit(submitted, order);
    expect(await sagas.settled('A-17')).toMatchObject({ status: 'undone', failure: { step: 'confirm', reason: 'failed' } });
    expect(deeds).toEqual(['placeOrder:A-17:pay:undo done pay done', 'placeOrder:A-17:reserve:undo done reserve done']);
    await bus.flush();
    expect(storyOn(bus).slice(-6)).toEqual([
      'stepFailed confirm',
      'undoStarted pay',
      'stepUndone pay',
      'undoStarted reserve',
      'stepUndone reserve',
      'undone',
    ]);
  });

  it('is undone as well where one of its tries has timed out', async () => {
    using bus = createTestBus({ time: 'virtual' });
    let tries = 0;
    const confirm = { name: 'confirm', timeout: 100, retry: 1, do: () => (++tries === 1 ? never() : fail('no')()) };
    const { saga, deeds } = notedSteps({
      ...confirm,
      undo: ({ outcome, result }) => void deeds.push(`confirm ${outcome} ${result}`),
    });
    const sagas = runSaga(bus, saga, { store: memorySagaStore() });
    bus.emit(submitted, order);
    await bus.advance(1_000);
    expect(sagas.state('A-17')).toMatchObject({ status: 'undone', failure: { reason: 'failed' } });
    expect(deeds[0]).toBe('confirm unknown undefined');
  });

  it('is undone as well where it says that its error leaves that open', async () => {
    using bus = createTestBus({ time: 'virtual' });
    const offline = { name: 'confirm', do: fail('offline'), mayBeDone: (error: unknown) => String(error).includes('offline') };
    const { saga, deeds } = notedSteps({ ...offline, undo: ({ outcome }) => void deeds.push(`confirm ${outcome}`) });
    const sagas = runSaga(bus, saga, { store: memorySagaStore() });
    bus.emit(submitted, order);
    await sagas.settled('A-17');
    expect(deeds[0]).toBe('confirm unknown');
  });

  it('leaves steps without an undo as they are', async () => {
    using bus = createTestBus({ time: 'virtual' });
    const saga = defineSaga('placeOrder', {
      startedBy: submitted,
      correlate: ({ data }) => data.number,
      steps: [
        { name: 'notify', do: () => {} },
        { name: 'pay', do: fail('no') },
      ],
    });
    const sagas = runSaga(bus, saga, { store: memorySagaStore() });
    bus.emit(submitted, order);
    expect(await sagas.settled('A-17')).toMatchObject({ status: 'undone', steps: [{ status: 'done' }, { status: 'failed' }] });
  });

  it('tells the undos why', async () => {
    using bus = createTestBus({ time: 'virtual' });
    const reasons: unknown[] = [];
    const open: SagaStep = { name: 'open', do: () => {}, undo: ({ failure }) => void reasons.push(failure?.error.message) };
    const saga = defineSaga('placeOrder', {
      startedBy: submitted,
      correlate: ({ data }) => data.number,
      steps: [open, { name: 'pay', do: fail('The card has expired.') }] as readonly SagaStep[],
    });
    const sagas = runSaga(bus, saga, { store: memorySagaStore() });
    bus.emit(submitted, order);
    await sagas.settled('A-17');
    expect(reasons).toEqual(['The card has expired.']);
  });
});

describe('an undo', () => {
  it('is tried again with the same key until it works', async () => {
    using bus = createTestBus({ time: 'virtual' });
    const keys: string[] = [];
    const { noted, deeds } = notedSteps();
    const stubborn: SagaStep = {
      name: 'pay',
      do: () => 'P-1',
      undo({ idempotencykey }) {
        keys.push(idempotencykey);
        if (keys.length < 3) throw new Error('The bank is closed.');
      },
    };
    const steps = [noted('reserve'), stubborn, { name: 'confirm', do: fail('no') }];
    const saga = defineSaga('placeOrder', { startedBy: submitted, correlate: ({ data }) => data.number, steps });
    const sagas = runSaga(bus, saga, { store: memorySagaStore() });
    bus.emit(submitted, order);
    await bus.advance(1_000);
    expect(sagas.state('A-17')).toMatchObject({ status: 'undone', steps: [{}, { undoAttempts: 3 }, {}] });
    expect(keys).toEqual(Array(3).fill('placeOrder:A-17:pay:undo'));
    expect(deeds).toHaveLength(1);
  });

  it('that takes longer than its step may is tried again', async () => {
    using bus = createTestBus({ time: 'virtual' });
    let tries = 0;
    const slow: SagaStep = { name: 'pay', do: () => 1, timeout: 200, undo: () => (++tries < 2 ? never() : undefined) };
    const steps = [slow, { name: 'confirm', do: fail('no') }];
    const saga = defineSaga('placeOrder', { startedBy: submitted, correlate: ({ data }) => data.number, steps });
    const sagas = runSaga(bus, saga, { store: memorySagaStore() });
    bus.emit(submitted, order);
    await bus.advance(1_000);
    expect(sagas.state('A-17')?.status).toBe('undone');
    expect(bus.emitted(sagaEvents.undoStarted)).toHaveLength(2);
  });
});

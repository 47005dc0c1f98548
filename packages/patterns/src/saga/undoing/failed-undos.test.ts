import { createTestBus, type TestBus } from '@busbar/testing';
import { describe, expect, it } from 'vitest';
import { defineSaga } from '../definition/define-saga.ts';
import type { SagaStep } from '../definition/saga-step.ts';
import { order, storeWith, submitted } from '../runner/orders.test.fixture.ts';
import { runSaga } from '../runner/run-saga.ts';
import { sagaEvents } from '../state/saga-events.ts';

/** A bank that can be closed, and a saga whose payment cannot be taken back meanwhile. */
function closedBank() {
  const bank = { open: false, released: 0 };
  const undo = (): void => {
    if (!bank.open) throw new Error('The bank is closed.');
  };
  const fail = (): never => {
    throw new Error('no');
  };
  const steps: readonly SagaStep[] = [
    { name: 'reserve', do: () => 'R-1', undo: () => void bank.released++ },
    { name: 'pay', do: () => ({ payment: 'P-1' }), undo, undoRetry: 1 },
    { name: 'confirm', do: fail },
  ];
  return { bank, saga: defineSaga('placeOrder', { startedBy: submitted, correlate: ({ data }) => data.number, steps }) };
}

const quiet = { time: 'virtual', onError: () => {} } as const;
const lettersOn = (bus: TestBus) => bus.deadLetters.list(({ event }) => event.type === sagaEvents.undoFailed.type);

describe('an undo that fails for good', () => {
  it('leaves the saga stuck, with all other steps undone', async () => {
    using bus = createTestBus(quiet);
    const { saga, bank } = closedBank();
    const sagas = runSaga(bus, saga, { store: storeWith() });
    bus.emit(submitted, order);
    await bus.advance(1_000);
    expect(bank.released).toBe(1);
    expect(await sagas.settled('A-17')).toMatchObject({
      status: 'stuck',
      steps: [{ status: 'undone' }, { status: 'undo-failed' }, { status: 'failed' }],
    });
  });

  it('is a dead letter that says what a person needs to finish by hand', async () => {
    using bus = createTestBus(quiet);
    runSaga(bus, closedBank().saga, { store: storeWith() });
    bus.emit(submitted, order);
    await bus.advance(1_000);
    const [letter, ...others] = lettersOn(bus);
    expect(others).toEqual([]);
    expect(letter).toMatchObject({ reason: 'failed', error: { cause: { code: 'undo-failed' } } });
    expect(letter!.event.data).toMatchObject({
      saga: 'placeOrder',
      id: 'A-17',
      step: 'pay',
      outcome: 'done',
      start: { data: order },
      results: { reserve: 'R-1', pay: { payment: 'P-1' } },
      error: { message: 'The bank is closed.' },
      failure: { step: 'confirm', error: { message: 'no' } },
    });
  });

  it('is tried again when its letter is redriven, and then the saga is undone', async () => {
    using bus = createTestBus(quiet);
    const { saga, bank } = closedBank();
    const sagas = runSaga(bus, saga, { store: storeWith() });
    bus.emit(submitted, order);
    await bus.advance(1_000);
    bank.open = true;
    expect(bus.deadLetters.redrive(lettersOn(bus)[0]!.id)).toBe(1);
    await bus.advance(1_000);
    expect(sagas.state('A-17')?.status).toBe('undone');
    expect(lettersOn(bus)).toEqual([]);
    expect(bus.emitted(sagaEvents.undone)).toHaveLength(1);
  });

  it('that fails once more is one letter again', async () => {
    using bus = createTestBus(quiet);
    const sagas = runSaga(bus, closedBank().saga, { store: storeWith() });
    bus.emit(submitted, order);
    await bus.advance(1_000);
    const before = lettersOn(bus)[0]!;
    bus.deadLetters.redrive(before.id);
    await bus.advance(1_000);
    expect(lettersOn(bus)).toHaveLength(1);
    expect(lettersOn(bus)[0]!.event.id).not.toBe(before.event.id);
    expect(sagas.state('A-17')?.status).toBe('stuck');
  });

  it('is a letter in the next life of the page, too, which is redriven as well', async () => {
    const { saga, bank } = closedBank();
    const store = storeWith();
    using first = createTestBus(quiet);
    runSaga(first, saga, { store });
    first.emit(submitted, order);
    await first.advance(1_000);
    first.dispose();
    using second = createTestBus(quiet);
    const sagas = runSaga(second, saga, { store, remember: 0 });
    await second.flush();
    expect(lettersOn(second)).toHaveLength(1);
    bank.open = true;
    second.deadLetters.redrive(() => true);
    await second.advance(1_000);
    expect(sagas.state('A-17')?.status).toBe('undone');
  });

  it('is settled by a person who has undone the step, and the letter goes', async () => {
    using bus = createTestBus(quiet);
    const sagas = runSaga(bus, closedBank().saga, { store: storeWith() });
    bus.emit(submitted, order);
    await bus.advance(1_000);
    expect(await sagas.undoneByHand('A-17', 'pay')).toMatchObject({ status: 'undone' });
    expect(bus.emitted(sagaEvents.stepUndone).at(-1)?.data).toMatchObject({ step: 'pay', byHand: true });
    expect(lettersOn(bus)).toEqual([]);
  });

  it('is not settled where there is none', async () => {
    using bus = createTestBus(quiet);
    const sagas = runSaga(bus, closedBank().saga, { store: storeWith() });
    await expect(sagas.undoneByHand('A-17', 'pay')).rejects.toMatchObject({
      code: 'saga-not-stuck',
      message: 'The step "pay" of "A-17", saga "placeOrder", has no undo that failed.',
    });
  });

  it('is one letter where two copies run the saga on one page', async () => {
    using bus = createTestBus(quiet);
    const store = storeWith();
    for (const source of ['one', 'two']) runSaga(bus.scope({ source }), closedBank().saga, { store });
    bus.emit(submitted, order);
    await bus.advance(1_000);
    expect(lettersOn(bus)).toHaveLength(1);
  });
});

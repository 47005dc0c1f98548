import { createTestBus } from '@busbar/testing';
import { describe, expect, it } from 'vitest';
import { defineSaga } from '../definition/define-saga.ts';
import type { SagaEvent } from '../state/saga-events.ts';
import { order, storeWith, storyOn, submitted } from './orders.test.fixture.ts';
import { runSaga } from './run-saga.ts';

/** A store that can be full. */
function fillableStore() {
  const store = storeWith();
  const disk = { full: false, failures: 0 };
  const append = (event: SagaEvent): void => {
    if (disk.full && disk.failures-- > 0) throw new Error('The disk is full.');
    store.append(event);
  };
  return { disk, store: { ...store, append } };
}

const saga = (act: () => unknown) =>
  defineSaga('placeOrder', {
    startedBy: submitted,
    correlate: ({ data }) => data.number,
    steps: [{ name: 'pay', do: act }],
  });

describe('a store that fails', () => {
  it('is asked again', async () => {
    using bus = createTestBus({ time: 'virtual' });
    const { store, disk } = fillableStore();
    Object.assign(disk, { full: true, failures: 3 });
    const sagas = runSaga(
      bus,
      saga(() => 1),
      { store },
    );
    bus.emit(submitted, order);
    await bus.advance(5_000);
    expect(sagas.state('A-17')?.status).toBe('completed');
    expect(new Set(store.events.map(({ id }) => id)).size).toBe(store.events.length);
  });

  it('for good lets the instance rest, tells it, and lets it go on when it is asked to', async () => {
    const errors: unknown[] = [];
    using bus = createTestBus({ time: 'virtual', onError: (error) => errors.push(error) });
    const { store, disk } = fillableStore();
    let tries = 0;
    const fillOnce = (): void => void Object.assign(disk, { full: ++tries === 1, failures: 4 });
    const sagas = runSaga(bus, saga(fillOnce), { store });
    bus.emit(submitted, order);
    await bus.advance(5_000);
    expect(errors).toMatchObject([
      {
        code: 'saga-store-failed',
        details: { saga: 'placeOrder', id: 'A-17', action: 'append' },
        cause: { message: 'The disk is full.' },
      },
    ]);
    expect(storyOn(bus)).toEqual(['started', 'stepStarted pay']);
    await sagas.resume();
    await bus.advance(1000);
    expect(sagas.state('A-17')).toMatchObject({ status: 'completed', steps: [{ attempts: 2 }] });
  });

  it('at the start of an instance makes the event that started it a dead letter, which starts it when it is redriven', async () => {
    using bus = createTestBus({ time: 'virtual', onError: () => {} });
    const { store, disk } = fillableStore();
    Object.assign(disk, { full: true, failures: 4 });
    const sagas = runSaga(
      bus,
      saga(() => 1),
      { store },
    );
    bus.emit(submitted, order);
    await bus.advance(5_000);
    expect(bus.deadLetters.list()).toMatchObject([
      { event: { type: submitted.type }, error: { cause: { code: 'saga-store-failed' } } },
    ]);
    expect(storyOn(bus)).toEqual([]);
    disk.full = false;
    bus.deadLetters.redrive(() => true);
    await bus.advance(0);
    expect(sagas.state('A-17')?.status).toBe('completed');
  });

  it('when it is read is told, and read again when somebody asks for it', async () => {
    const errors: unknown[] = [];
    using bus = createTestBus({ time: 'virtual', onError: (error) => errors.push(error) });
    const store = storeWith();
    let isLocked = true;
    const load = (name: string, id?: string) => {
      if (isLocked) throw new Error('Locked.');
      return store.load(name, id);
    };
    const sagas = runSaga(
      bus,
      saga(() => 1),
      { store: { ...store, load } },
    );
    const failed = expect(sagas.ready).rejects.toMatchObject({ code: 'saga-store-failed', details: { action: 'load' } });
    await bus.advance(5_000);
    await failed;
    expect(errors).toHaveLength(1);
    isLocked = false;
    await sagas.resume();
    bus.emit(submitted, order);
    expect((await sagas.settled('A-17')).status).toBe('completed');
  });

  it('may answer late, and give events one after the other', async () => {
    using bus = createTestBus({ time: 'virtual' });
    const store = storeWith();
    async function* load(name: string, id?: string) {
      for (const event of store.events) {
        await null;
        if (event.data.saga === name && (id === undefined || event.data.id === id)) yield event;
      }
    }
    const append = async (event: SagaEvent): Promise<void> => store.append(event) as undefined;
    const sagas = runSaga(
      bus,
      saga(() => 1),
      { store: { append, load } },
    );
    bus.emit(submitted, order);
    expect((await sagas.settled('A-17')).status).toBe('completed');
  });
});

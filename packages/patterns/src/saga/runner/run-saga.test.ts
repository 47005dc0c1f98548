import { defineEvent } from '@busbar/core';
import { createTestBus } from '@busbar/testing';
import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { defineSaga } from '../definition/define-saga.ts';
import type { SagaContext } from '../definition/saga-step.ts';
import { sagaEvents } from '../state/saga-events.ts';
import { memorySagaStore } from '../store/saga-store.ts';
import { order, storeWith, storyOn, submitted } from './orders.test.fixture.ts';
import { runSaga } from './run-saga.ts';

const plan = { startedBy: submitted, correlate: ({ data }: { data: { number: string } }) => data.number };
const noted = defineEvent('orders:noted', { version: 1, schema: z.string() });
const never = (): Promise<never> => new Promise(() => {});

describe('a saga', () => {
  it('does one step after the other, each knowing what those before have answered', async () => {
    using bus = createTestBus({ time: 'virtual' });
    const saga = defineSaga('placeOrder', {
      ...plan,
      steps: [
        { name: 'reserve', do: async ({ start }) => ({ reservation: `R-${start.data.number}` }) },
        { name: 'pay', do: ({ results, start }) => ({ paid: start.data.total, with: results.reserve.reservation }) },
      ],
    });
    const sagas = runSaga(bus, saga, { store: memorySagaStore() });
    bus.emit(submitted, order);
    const { status, steps } = await sagas.settled('A-17');
    expect(status).toBe('completed');
    expect(steps.map(({ result }) => result)).toEqual([{ reservation: 'R-A-17' }, { paid: 30, with: 'R-A-17' }]);
    await bus.flush();
    expect(storyOn(bus)).toEqual([
      'started',
      'stepStarted reserve',
      'stepDone reserve',
      'stepStarted pay',
      'stepDone pay',
      'completed',
    ]);
  });

  it('is started once by a name, however often the event comes', async () => {
    using bus = createTestBus({ time: 'virtual' });
    let done = 0;
    const saga = defineSaga('placeOrder', { ...plan, steps: [{ name: 'pay', do: () => void done++ }] });
    const sagas = runSaga(bus, saga, { store: memorySagaStore() });
    bus.emit(submitted, order);
    bus.emit(submitted, order);
    await sagas.settled('A-17');
    bus.emit(submitted, order);
    await bus.advance(1_000);
    expect(done).toBe(1);
    expect(bus.emitted(sagaEvents.started)).toHaveLength(1);
  });

  it('runs several instances beside each other', async () => {
    using bus = createTestBus({ time: 'virtual' });
    const saga = defineSaga('placeOrder', {
      ...plan,
      steps: [{ name: 'pay', do: ({ id }) => (id === 'slow' ? never() : id) }],
    });
    const sagas = runSaga(bus, saga, { store: memorySagaStore() });
    for (const number of ['slow', 'quick']) bus.emit(submitted, { ...order, number });
    expect(await sagas.settled('quick')).toMatchObject({ status: 'completed' });
    expect(sagas.state('slow')).toMatchObject({ status: 'running', steps: [{ status: 'running' }] });
    expect([...sagas.instances.get().keys()].sort()).toEqual(['quick', 'slow']);
  });

  it('says of all that it does where it came from', async () => {
    using bus = createTestBus({ time: 'virtual' });
    const note = ({ emit }: SagaContext): void => ['one', 'two'].forEach((text) => void emit(noted, text));
    const sagas = runSaga(bus, defineSaga('placeOrder', { ...plan, steps: [{ name: 'note', do: note }] }), {
      store: memorySagaStore(),
    });
    const cause = bus.emit(submitted, order, { correlationid: 'visit-3' });
    await sagas.settled('A-17');
    await bus.flush();
    const [started] = bus.emitted(sagaEvents.started);
    const [stepStarted] = bus.emitted(sagaEvents.stepStarted);
    expect(started).toMatchObject({ causationid: cause.id, correlationid: 'visit-3', subject: 'A-17' });
    expect(stepStarted).toMatchObject({ causationid: started!.id, correlationid: 'visit-3' });
    expect(bus.emitted(noted)).toMatchObject([
      { causationid: stepStarted!.id, correlationid: 'visit-3', idempotencykey: 'placeOrder:A-17:note:do' },
      { causationid: stepStarted!.id, correlationid: 'visit-3', idempotencykey: 'placeOrder:A-17:note:do:2' },
    ]);
  });

  it('keeps each event before it shows it', async () => {
    using bus = createTestBus({ time: 'virtual' });
    const store = storeWith();
    const kept: boolean[] = [];
    bus.on('saga:*', ({ id }) => kept.push(store.events.some((event) => event.id === id)), { delivery: 'sync' });
    const sagas = runSaga(bus, defineSaga('placeOrder', { ...plan, steps: [{ name: 'pay', do: () => 1 }] }), { store });
    bus.emit(submitted, order);
    await sagas.settled('A-17');
    expect(kept).toEqual([true, true, true, true]);
    expect(store.events.map(({ type }) => type)).toEqual(['saga:started', 'saga:stepStarted', 'saga:stepDone', 'saga:completed']);
  });
});

describe('a runner', () => {
  const saga = defineSaga('placeOrder', { ...plan, steps: [{ name: 'pay', do: never }] });

  it('ends with its bus, and tells those who wait', async () => {
    using bus = createTestBus({ time: 'virtual' });
    const sagas = runSaga(bus, saga, { store: memorySagaStore() });
    bus.emit(submitted, order);
    await bus.flush();
    const waiting = expect(sagas.settled('A-17')).rejects.toThrow('was stopped on this page');
    bus.dispose();
    await waiting;
    expect(sagas.state('A-17')).toMatchObject({ status: 'running' });
  });

  it('ends with the signal that it was given, and begins nothing more', async () => {
    using bus = createTestBus({ time: 'virtual' });
    const ending = new AbortController();
    const sagas = runSaga(bus, saga, { store: memorySagaStore(), signal: ending.signal });
    await sagas.ready;
    ending.abort();
    bus.emit(submitted, order);
    await bus.flush();
    expect(sagas.instances.get().size).toBe(0);
  });

  it('tells observers of its instances, once for what changed together', async () => {
    using bus = createTestBus({ time: 'virtual' });
    const seen: (string | undefined)[] = [];
    const sagas = runSaga(bus, saga, { store: memorySagaStore() });
    const stop = sagas.instances.subscribe((instances) => seen.push(instances.get('A-17')?.steps[0]?.status));
    bus.emit(submitted, order);
    await bus.flush();
    stop();
    expect(seen).toEqual(['waiting', 'running']);
  });

  it.each([
    ['store', {}],
    ['store', { store: { append: () => {} } }],
    ['locks', { store: memorySagaStore(), locks: {} }],
    ['remember', { store: memorySagaStore(), remember: -1 }],
  ])('refuses options without a proper %s', (option, options) => {
    using bus = createTestBus();
    expect(() => runSaga(bus, saga, options as never)).toThrow(`"test" set ${option} to`);
  });
});

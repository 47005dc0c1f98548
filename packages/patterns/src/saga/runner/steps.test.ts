import { defineEvent } from '@busbar/core';
import { createTestBus } from '@busbar/testing';
import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { defineRequest } from '../../request/define-request.ts';
import { reply } from '../../request/reply.ts';
import { defineSaga } from '../definition/define-saga.ts';
import type { SagaContext } from '../definition/saga-step.ts';
import { sagaEvents } from '../state/saga-events.ts';
import { memorySagaStore } from '../store/saga-store.ts';
import { order, submitted } from './orders.test.fixture.ts';
import { runSaga } from './run-saga.ts';

const plan = { startedBy: submitted, correlate: ({ data }: { data: { number: string } }) => data.number };
const noted = defineEvent('orders:noted', { version: 1, schema: z.string() });
const answered = defineEvent('orders:answered', { version: 1, schema: z.string() });

describe('a step', () => {
  const stock = defineRequest('stock:reservation', {
    version: 1,
    request: z.object({ sku: z.string() }),
    reply: z.object({ reservation: z.string() }),
  });

  it('asks, and waits for a replier that comes later', async () => {
    using bus = createTestBus({ time: 'virtual' });
    const saga = defineSaga('placeOrder', {
      ...plan,
      steps: [{ name: 'reserve', timeout: 5_000, do: ({ request }) => request(stock, { sku: 'A-1' }) }],
    });
    const sagas = runSaga(bus, saga, { store: memorySagaStore() });
    bus.emit(submitted, order);
    await bus.advance(2_000);
    reply(bus, stock, ({ sku }) => ({ reservation: `R-${sku}` }));
    await bus.advance(0);
    expect(sagas.state('A-17')).toMatchObject({ status: 'completed', steps: [{ result: { reservation: 'R-A-1' } }] });
  });

  it('that waited in vain for somebody to ask has not taken effect, so that it is not undone', async () => {
    using bus = createTestBus({ time: 'virtual' });
    const undone: string[] = [];
    const saga = defineSaga('placeOrder', {
      ...plan,
      steps: [
        {
          name: 'reserve',
          timeout: 5_000,
          do: ({ request }) => request(stock, { sku: 'A-1' }),
          undo: () => void undone.push('reserve'),
        },
      ],
    });
    const sagas = runSaga(bus, saga, { store: memorySagaStore() });
    bus.emit(submitted, order);
    await bus.advance(6_000);
    expect(sagas.state('A-17')).toMatchObject({ status: 'undone', failure: { error: { code: 'no-replier' } } });
    expect(undone).toEqual([]);
  });

  it('asks again with the same key when it is tried again', async () => {
    using bus = createTestBus({ time: 'virtual', onError: () => {} });
    const keys: unknown[] = [];
    reply(bus, stock, ({ sku }, { event }) => {
      keys.push(event.idempotencykey);
      if (keys.length < 3) throw new Error('The stock is closed.');
      return { reservation: sku };
    });
    const reserve = { name: 'reserve', retry: 2, do: ({ request }: SagaContext) => request(stock, { sku: 'A-1' }) };
    const sagas = runSaga(bus, defineSaga('placeOrder', { ...plan, steps: [reserve] }), { store: memorySagaStore() });
    bus.emit(submitted, order);
    await bus.advance(1_000);
    expect(sagas.state('A-17')).toMatchObject({ status: 'completed', steps: [{ attempts: 3, failures: 2 }] });
    expect(keys).toEqual(Array(3).fill('placeOrder:A-17:reserve:do'));
  });

  it('waits for an event of its own correlation', async () => {
    using bus = createTestBus({ time: 'virtual' });
    const ask = async ({ emit, expect }: SagaContext): Promise<string> => {
      emit(noted, 'question');
      return (await expect(answered)).data;
    };
    const saga = defineSaga('placeOrder', {
      ...plan,
      steps: [{ name: 'ask', do: ask }],
    });
    bus.on(noted, () => {
      bus.emit(answered, 'to somebody else', { cause: false });
      bus.emit(answered, 'to this one');
    });
    const sagas = runSaga(bus, saga, { store: memorySagaStore() });
    bus.emit(submitted, order);
    expect((await sagas.settled('A-17')).steps[0]!.result).toBe('to this one');
  });

  it('waits between its tries as it is told', async () => {
    using bus = createTestBus({ time: 'virtual' });
    const fail = (): never => {
      throw new Error('The bank is closed.');
    };
    const pay = { name: 'pay', do: fail, retry: { attempts: 2, delay: 1_000, factor: 3, jitter: 0 } };
    runSaga(bus, defineSaga('placeOrder', { ...plan, steps: [pay] }), { store: memorySagaStore() });
    bus.emit(submitted, order);
    await bus.advance(10_000);
    const times = bus.emitted(sagaEvents.stepStarted).map(({ time }) => time - bus.emitted(submitted)[0]!.time);
    expect(times).toEqual([0, 1_000, 4_000]);
    expect(bus.emitted(sagaEvents.stepFailed).map(({ data }) => data.retryAt !== undefined)).toEqual([true, true, false]);
  });

  it('is told by its signal that its time is over, and can emit nothing more', async () => {
    using bus = createTestBus({ time: 'virtual' });
    const after: unknown[] = [];
    const saga = defineSaga('placeOrder', {
      ...plan,
      steps: [
        {
          name: 'note',
          timeout: 300,
          do: ({ emit, signal }) =>
            new Promise<void>(() => {
              signal.addEventListener('abort', () => {
                try {
                  emit(noted, 'too late');
                } catch (error) {
                  after.push((error as { code?: string }).code);
                }
              });
            }),
        },
      ],
    });
    const sagas = runSaga(bus, saga, { store: memorySagaStore() });
    bus.emit(submitted, order);
    await bus.advance(301);
    expect(after).toEqual(['timed-out']);
    expect(sagas.state('A-17')).toMatchObject({ status: 'undone', failure: { step: 'note', reason: 'timed-out' } });
    expect(bus.emitted(noted)).toEqual([]);
  });

  it('that answers what JSON has no words for has failed, and may be done', async () => {
    using bus = createTestBus({ time: 'virtual' });
    const undone: string[] = [];
    const pay = { name: 'pay', retry: 3, do: () => 10n, undo: ({ outcome }: { outcome: string }) => void undone.push(outcome) };
    const sagas = runSaga(bus, defineSaga('placeOrder', { ...plan, steps: [pay] }), { store: memorySagaStore() });
    bus.emit(submitted, order);
    expect(await sagas.settled('A-17')).toMatchObject({ status: 'undone', steps: [{ attempts: 1 }] });
    expect(undone).toEqual(['unknown']);
  });
});

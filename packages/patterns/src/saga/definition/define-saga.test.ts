import { createTestBus } from '@busbar/testing';
import { describe, expect, it } from 'vitest';
import { order, submitted } from '../runner/orders.test.fixture.ts';
import { runSaga } from '../runner/run-saga.ts';
import { memorySagaStore } from '../store/saga-store.ts';
import { defineSaga } from './define-saga.ts';

const steps = [{ name: 'pay', do: () => {} }];
const plan = { startedBy: submitted, correlate: () => 'A-17', steps };

describe('defineSaga', () => {
  it('answers frozen data, of version 1 unless it says another', () => {
    const saga = defineSaga('placeOrder', plan);
    expect(saga).toMatchObject({ name: 'placeOrder', version: 1, startedBy: submitted });
    expect(Object.isFrozen(saga) && Object.isFrozen(saga.steps)).toBe(true);
    expect(defineSaga('placeOrder', { ...plan, version: 3 }).version).toBe(3);
  });

  it.each([
    ['it has no name', '', plan],
    ['its version is no whole number from 1 on', 'placeOrder', { ...plan, version: 0 }],
    ['its startedBy is no contract', 'placeOrder', { ...plan, startedBy: 'checkout:orderSubmitted' }],
    ['its startedBy is no contract', 'placeOrder', { ...plan, startedBy: [submitted, undefined] }],
    ['its correlate is no function', 'placeOrder', { ...plan, correlate: 'number' }],
    ['it has no steps', 'placeOrder', { ...plan, steps: [] }],
    ['two of its steps have the same name', 'placeOrder', { ...plan, steps: [...steps, ...steps] }],
    ['a step has no name', 'placeOrder', { ...plan, steps: [{ do: () => {} }] }],
    ['its step "pay" has no function `do`', 'placeOrder', { ...plan, steps: [{ name: 'pay' }] }],
    ['the undo of its step "pay" is no function', 'placeOrder', { ...plan, steps: [{ ...steps[0], undo: 'refund' }] }],
    [
      'the timeout of its step "pay" is no number of milliseconds',
      'placeOrder',
      { ...plan, steps: [{ ...steps[0], timeout: -1 }] },
    ],
    ['its migrate needs functions by version', 'placeOrder', { ...plan, migrate: { 1: 'no' } }],
  ])('refuses a saga because %s', (problem, name, definition) => {
    expect(() => defineSaga(name, definition as never)).toThrow(`The saga "${name}" cannot be run: ${problem}.`);
  });

  it('makes an event that names no instance a dead letter', async () => {
    using bus = createTestBus({ time: 'virtual', onError: () => {} });
    runSaga(bus, defineSaga('placeOrder', { ...plan, correlate: () => '' }), { store: memorySagaStore() });
    bus.emit(submitted, order);
    await bus.flush();
    expect(bus.deadLetters.list()).toMatchObject([
      { event: { type: submitted.type }, error: { cause: { code: 'invalid-saga' } } },
    ]);
  });
});

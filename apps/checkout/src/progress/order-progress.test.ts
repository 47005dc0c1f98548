import type { SagaFailure, SagaState, StepStatus } from '@busbar/patterns';
import { expect, test } from 'vitest';
import { orderProgress } from './order-progress.ts';

const names = ['openOrder', 'reserveStock', 'takePayment', 'confirmOrder', 'notifyCustomer'];

function saga(status: SagaState['status'], statuses: readonly StepStatus[], failure?: SagaFailure): SagaState {
  const steps = names.map((name, index) => ({
    name,
    status: statuses[index] ?? 'waiting',
    failures: 0,
  }));
  return { status, steps, ...(failure && { failure }) } as unknown as SagaState;
}

test('an order that nobody has begun with is still to be placed', () => {
  const { stage, steps, now } = orderProgress(undefined);
  expect([stage, now]).toEqual(['placing', 'We have your order.']);
  expect(steps.map(({ name, status }) => `${name} ${status}`)).toEqual([
    'reserveStock waiting',
    'takePayment waiting',
    'confirmOrder waiting',
    'notifyCustomer waiting',
  ]);
});

test('what is done and what is under way is told in the words of customers', () => {
  const { steps, now } = orderProgress(saga('running', ['done', 'done', 'running']));
  expect(steps.map(({ text }) => text)).toEqual([
    'Your items are reserved',
    'Taking your payment',
    'Confirm your order',
    'Send you the confirmation',
  ]);
  expect(now).toBe('Taking your payment.');
});

test('a step that is tried again says so', () => {
  const state = saga('running', ['done', 'running']);
  const steps = state.steps.map((step) => ({ ...step, failures: 1 }));
  const { steps: seen, now } = orderProgress({ ...state, steps });
  expect(seen.map(({ again }) => again)).toEqual([true, false, false, false]);
  expect(now).toBe('Reserving your items takes longer than usual. We are trying again.');
});

test('what is undone is told with the reason', () => {
  const error = {
    name: 'BusError',
    message: 'no',
    code: 'request-failed',
    details: { failure: { code: 'payment-declined', message: 'no' } },
  };
  const failure = { step: 'takePayment', reason: 'failed', error } as const;
  const undoing = orderProgress(saga('undoing', ['done', 'undoing', 'failed'], failure));
  expect(undoing).toMatchObject({ stage: 'cancelling', reason: 'payment-declined', now: 'Releasing your items.' });
  const undone = orderProgress(saga('undone', ['undone', 'undone', 'failed'], failure));
  expect(undone).toMatchObject({
    stage: 'cancelled',
    reason: 'payment-declined',
    now: 'You pay nothing, and your cart is as it was.',
  });
  expect(undone.steps.map(({ status }) => status)).toEqual(['undone', 'failed', 'skipped', 'skipped']);
});

test.each([
  ['completed', 'placed'],
  ['stuck', 'stuck'],
] as const)('a saga that is %s is an order that is %s', (status, stage) => {
  expect(orderProgress(saga(status, [])).stage).toBe(stage);
});

test('what is told of an order changes with its steps alone, whatever is between two of them', () => {
  const now = (status: SagaState['status'], ...statuses: StepStatus[]) => orderProgress(saga(status, statuses)).now;
  expect(now('running', 'done')).toBe('We have your order.');
  expect(now('running', 'done', 'done')).toBe(now('running', 'done', 'done', 'running'));
  expect(now('running', 'done', 'done', 'done', 'done', 'done')).toBe('Your order is placed.');
  expect(now('undoing', 'done', 'done', 'failed')).toBe(now('undoing', 'done', 'undoing', 'failed'));
  expect(now('undoing', 'done', 'undone', 'failed')).toBe('Nothing is reserved any more.');
  expect(now('undoing', 'done', 'failed')).toBe('We are taking everything back.');
});

import { expect, it } from 'vitest';
import { describeSaga } from './describe-saga.ts';

it.each([
  ['names the saga and its instance', { saga: 'placeOrder', id: 'A-1' }, 'placeOrder A-1'],
  ['names the step', { saga: 'placeOrder', id: 'A-1', step: 'takePayment', attempt: 1 }, 'placeOrder A-1, takePayment'],
  ['counts from the second attempt on', { saga: 'a', id: 'b', step: 'c', attempt: 2 }, 'a b, c, attempt 2'],
  ['says nothing of what names no instance', { saga: 'placeOrder' }, undefined],
  ['says nothing of what is no record', 'placeOrder', undefined],
])('%s', (_, data, text) => {
  expect(describeSaga('saga:stepDone', data)).toBe(text);
});

it('says nothing of events that are not a saga’s', () => {
  expect(describeSaga('cart:changed', { saga: 'placeOrder', id: 'A-1' })).toBeUndefined();
});

import type { SagaFailure } from '@busbar/patterns';
import { expect, test } from 'vitest';
import { cancelReason } from './cancel-reason.ts';

function failure(step: string, code: string): SagaFailure {
  const error = { name: 'BusError', message: 'no', code: 'request-failed', details: { failure: { code, message: 'no' } } };
  return { step, reason: 'failed', error };
}

test.each([
  ['reserveStock', 'out-of-stock', 'out-of-stock'],
  ['reserveStock', 'replier-gone', 'stock-silent'],
  ['takePayment', 'payment-declined', 'payment-declined'],
  ['takePayment', 'request-failed', 'payment-silent'],
  ['confirmOrder', 'withdrawn', 'not-confirmed'],
])('%s that failed with %s is told as %s', (step, code, reason) => {
  expect(cancelReason(failure(step, code))).toBe(reason);
});

test('a service that does not answer is told as silent', () => {
  const error = { name: 'BusError', message: 'too late', code: 'timed-out' };
  expect(cancelReason({ step: 'reserveStock', reason: 'timed-out', error })).toBe('stock-silent');
  expect(cancelReason({ step: 'takePayment', reason: 'timed-out', error })).toBe('payment-silent');
});

test('an order whose failure nobody knows was not confirmed', () => {
  expect(cancelReason(undefined)).toBe('not-confirmed');
});

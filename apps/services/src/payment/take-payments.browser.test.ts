import { request } from '@busbar/patterns';
import { createTestBus, type TestBus } from '@busbar/testing';
import { payment, shell } from 'contracts';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { takePayments } from './take-payments.ts';

let bus: TestBus;

beforeEach(() => {
  localStorage.clear();
  bus = createTestBus({ time: 'virtual' });
  takePayments(bus.scope({ source: 'payment' }));
});
afterEach(() => bus.dispose());

async function soon<Answer>(asked: Promise<Answer>): Promise<Answer> {
  asked.catch(() => {});
  await bus.advance(1_000);
  return asked;
}

function capture(number: string, amount = 3_700) {
  return soon(request(bus, payment.capture, { number, amount }));
}

function refund(number: string) {
  return soon(request(bus, payment.refund, { number }));
}

test('an order is paid once, with one receipt', async () => {
  const paid = { number: 'A-1', amount: 3_700, receipt: 'R-A-1' };
  expect([await capture('A-1'), await capture('A-1')]).toEqual([paid, paid]);
});

test('what was paid is given back once', async () => {
  await capture('A-1');
  expect(await refund('A-1')).toEqual({ number: 'A-1', amount: 3_700 });
  expect(await refund('A-1')).toEqual({ number: 'A-1', amount: 0 });
});

test('a refund that comes before its payment keeps it from being taken', async () => {
  expect(await refund('A-1')).toEqual({ number: 'A-1', amount: 0 });
  await expect(capture('A-1')).rejects.toMatchObject({ details: { failure: { code: 'withdrawn' } } });
});

test('while it fails, payments are declined and nothing is taken', async () => {
  bus.emit(shell.serviceFaultSwitched, { fault: 'payment-fails', on: true });
  await expect(capture('A-1')).rejects.toMatchObject({ details: { failure: { code: 'payment-declined' } } });
  bus.emit(shell.serviceFaultSwitched, { fault: 'payment-fails', on: false });
  expect(await refund('A-1')).toEqual({ number: 'A-1', amount: 0 });
});

test('a payment that was taken is answered again while others fail', async () => {
  const paid = await capture('A-1');
  bus.emit(shell.serviceFaultSwitched, { fault: 'payment-fails', on: true });
  expect(await capture('A-1')).toEqual(paid);
});

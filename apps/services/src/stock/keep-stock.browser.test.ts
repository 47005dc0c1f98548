import { request } from '@busbar/patterns';
import { createTestBus, type TestBus } from '@busbar/testing';
import { shell, stock } from 'contracts';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { keepStock } from './keep-stock.ts';

let bus: TestBus;

beforeEach(() => {
  localStorage.clear();
  bus = createTestBus({ time: 'virtual' });
  keepStock(bus.scope({ source: 'stock' }));
});
afterEach(() => bus.dispose());

function reserve(number: string, quantity = 1, timeout = 5_000): Promise<{ number: string }> {
  return request(bus, stock.reservation, { number, lines: [{ sku: 'lamp', quantity }] }, { timeout });
}

/** What becomes of it within a second, in which an answer comes when all is well. */
async function soon<Answer>(asked: Promise<Answer>, milliseconds = 1_000): Promise<Answer> {
  asked.catch(() => {});
  await bus.advance(milliseconds);
  return asked;
}

function release(number: string): Promise<{ released: boolean }> {
  return request(bus, stock.release, { number });
}

test('goods are reserved after a moment', async () => {
  const asked = reserve('A-1');
  await bus.advance(299);
  expect(bus.emitted(stock.reservation.replied)).toEqual([]);
  expect(await soon(asked)).toMatchObject({ number: 'A-1' });
});

test('an order is reserved once, however often and by whichever page it is asked for', async () => {
  const first = await soon(reserve('A-1', 250));
  bus.dispose();
  bus = createTestBus({ time: 'virtual' });
  keepStock(bus.scope({ source: 'stock' }));
  expect(await soon(reserve('A-1', 250))).toEqual(first);
});

test('what is reserved is not there for others, until it is released', async () => {
  await soon(reserve('A-1', 200));
  const failure = { code: 'out-of-stock', details: { missing: ['lamp'] } };
  await expect(soon(reserve('A-2', 51))).rejects.toMatchObject({ code: 'request-failed', details: { failure } });
  expect(await soon(release('A-1'))).toEqual({ number: 'A-1', released: true });
  expect(await soon(reserve('A-2', 51))).toMatchObject({ number: 'A-2' });
});

test('a release that comes before its reservation keeps it from being made', async () => {
  expect(await soon(release('A-1'))).toEqual({ number: 'A-1', released: false });
  await expect(soon(reserve('A-1'))).rejects.toMatchObject({ details: { failure: { code: 'withdrawn' } } });
});

test('while it stalls, goods are reserved and nobody is told; then all is well again', async () => {
  const fault = 'stock-stalls';
  bus.emit(shell.serviceFaultSwitched, { fault, on: true });
  await expect(soon(reserve('A-1', 250), 6_000)).rejects.toMatchObject({ code: 'timed-out' });
  bus.emit(shell.serviceFaultSwitched, { fault, on: false });
  await expect(soon(reserve('A-2'))).rejects.toMatchObject({ details: { failure: { code: 'out-of-stock' } } });
  expect(await soon(release('A-1'))).toEqual({ number: 'A-1', released: true });
});

import { request } from '@busbar/patterns';
import { createTestBus, type TestBus } from '@busbar/testing';
import { orders } from 'contracts';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { confirmOrders } from './confirm-orders.ts';

let bus: TestBus;

beforeEach(() => {
  localStorage.clear();
  bus = createTestBus({ time: 'virtual' });
  confirmOrders(bus.scope({ source: 'orders' }));
});
afterEach(() => bus.dispose());

async function soon<Answer>(asked: Promise<Answer>): Promise<Answer> {
  asked.catch(() => {});
  await bus.advance(1_000);
  return asked;
}

function confirm(number: string) {
  return soon(request(bus, orders.confirmation, { number, total: 3_700 }));
}

function withdraw(number: string) {
  return soon(request(bus, orders.withdrawal, { number }));
}

test('an order is confirmed once, at one time', async () => {
  const confirmed = await confirm('A-1');
  await bus.advance(60_000);
  expect(await confirm('A-1')).toEqual(confirmed);
});

test('a confirmed order is withdrawn once', async () => {
  await confirm('A-1');
  expect([await withdraw('A-1'), await withdraw('A-1')]).toMatchObject([{ withdrawn: true }, { withdrawn: false }]);
});

test('a withdrawal that comes before its confirmation keeps it from being given', async () => {
  await withdraw('A-1');
  await expect(confirm('A-1')).rejects.toMatchObject({ details: { failure: { code: 'withdrawn' } } });
});

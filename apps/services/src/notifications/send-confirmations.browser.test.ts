import { createTestBus, type TestBus } from '@busbar/testing';
import { checkout, notifications } from 'contracts';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { sendConfirmations } from './send-confirmations.ts';

let bus: TestBus;

beforeEach(() => {
  localStorage.clear();
  start();
});
afterEach(() => bus.dispose());

function start(): void {
  bus = createTestBus({ time: 'virtual' });
  sendConfirmations(bus.scope({ source: 'notifications' }));
}

function issue(number: string, idempotencykey = number) {
  return bus.emit(checkout.confirmationIssued, { number, total: 3_700 }, { idempotencykey });
}

function sent(): string[] {
  return bus
    .emitted(notifications.confirmationSent)
    .map(({ data }) => data.number)
    .sort();
}

test('a confirmation is sent after a moment, because it was issued', async () => {
  const issued = issue('A-1');
  await bus.advance(1_000);
  expect(bus.emitted(notifications.confirmationSent)).toMatchObject([{ data: { number: 'A-1' }, causationid: issued.id }]);
});

test('one that is issued twice is sent once, under the same key or another', async () => {
  for (const key of ['one', 'one', 'other']) issue('A-1', key);
  issue('A-2');
  await bus.advance(5_000);
  expect(sent()).toEqual(['A-1', 'A-2']);
});

test('one that was sent before the page was loaded is not sent again', async () => {
  issue('A-1');
  await bus.advance(1_000);
  bus.dispose();
  start();
  issue('A-1');
  await bus.advance(1_000);
  expect(sent()).toEqual([]);
});

test('those that were issued as the page went away are sent by the next one', async () => {
  for (const number of ['A-1', 'A-2']) issue(number);
  await bus.advance(0);
  bus.dispose();
  start();
  await bus.advance(1_000);
  expect(sent()).toEqual(['A-1', 'A-2']);
});

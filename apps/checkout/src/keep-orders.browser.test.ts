import { type Bus, createBus, createHub } from '@busbar/core';
import { sagaEvents } from '@busbar/patterns';
import { recordedReads, recordReads } from '@busbar/testing/reads';
import { checkout, type KeptOrder, type Order, shell } from 'contracts';
import { afterAll, beforeEach, expect, test, vi } from 'vitest';
import { commands } from 'vitest/browser';
import { keepOrders } from './keep-orders.ts';
import { readOrders, writeOrders } from './stored-orders.ts';

let page: Bus;

beforeEach(() => {
  localStorage.clear();
  page = createBus({ source: 'page', hub: createHub() });
});

afterAll(() => commands.keepReads(recordedReads('checkout')));

function order(number: string, hour: number): Order {
  const placedAt = new Date(Date.UTC(2026, 10, 22, hour)).toISOString();
  return { number, placedAt, lines: [{ sku: 'lamp', name: 'Lamp', price: 12_900, quantity: 1 }], total: 12_900 };
}

function startLedger(): Bus {
  const bus = recordReads(page, { app: 'checkout' }).scope({ source: 'checkout-ledger' });
  keepOrders(bus);
  return bus;
}

function known(): string[] | undefined {
  return page
    .latest(checkout.ordersChanged)
    .get()
    ?.orders.map(({ number }) => number);
}

test('a browser without orders says so at once', () => {
  startLedger();
  expect(known()).toEqual([]);
});

test('an order is said to all, newest first, with the order as cause', async () => {
  const changed = vi.fn();
  startLedger();
  page.emit(checkout.orderPlaced, order('a', 1));
  const placed = page.emit(checkout.orderPlaced, order('b', 2));
  await vi.waitFor(() => expect(known()).toEqual(['b', 'a']));
  page.on(checkout.ordersChanged, changed);
  await vi.waitFor(() => expect(changed.mock.calls[0]?.[0]).toMatchObject({ causationid: placed.id, source: 'checkout-ledger' }));
});

test('an order is in progress until it is placed or cancelled', async () => {
  startLedger();
  for (const [index, number] of ['c', 'b', 'a'].entries()) page.emit(checkout.orderSubmitted, order(number, index));
  page.emit(checkout.orderPlaced, order('b', 1));
  page.emit(checkout.orderCancelled, { number: 'c', reason: 'payment-declined' });
  await vi.waitFor(() =>
    expect(page.latest(checkout.ordersChanged).get()?.orders).toMatchObject([
      { number: 'a', status: 'in-progress' },
      { number: 'b', status: 'confirmed' },
      { number: 'c', status: 'cancelled', reason: 'payment-declined' },
    ]),
  );
});

test('an order that another tab began is cancelled here, too', async () => {
  startLedger();
  writeOrders([{ ...order('other-tab', 1), status: 'in-progress' }]);
  page.emit(checkout.orderCancelled, { number: 'other-tab', reason: 'stock-silent' });
  await vi.waitFor(() => expect(readOrders()).toMatchObject([{ status: 'cancelled', reason: 'stock-silent' }]));
});

test('an order that has ended does not begin again', async () => {
  startLedger();
  page.emit(checkout.orderPlaced, order('a', 1));
  page.emit(checkout.orderSubmitted, order('a', 1));
  page.emit(checkout.orderPlaced, order('b', 2));
  await vi.waitFor(() => expect(known()).toEqual(['b', 'a']));
  expect(readOrders()).toMatchObject([{ status: 'confirmed' }, { status: 'confirmed' }]);
});

test('an order that another page left in progress is submitted again, one that has ended is not', async () => {
  const submitted = vi.fn();
  const kept: KeptOrder[] = [
    { ...order('begun', 1), status: 'in-progress' },
    { ...order('ended', 2), status: 'cancelled', reason: 'out-of-stock' },
  ];
  writeOrders(kept);
  page.on(checkout.orderSubmitted, submitted);
  startLedger();
  await vi.waitFor(() =>
    expect(submitted.mock.calls).toMatchObject([[{ data: order('begun', 1), source: 'checkout-ledger' }, {}]]),
  );
  expect(page.latest(checkout.ordersChanged).get()?.orders).toMatchObject([{ number: 'ended' }, { number: 'begun' }]);
});

test('orders are there again on the next visit', async () => {
  startLedger();
  page.emit(checkout.orderPlaced, order('a', 1));
  await vi.waitFor(() => expect(known()).toEqual(['a']));
  page = createBus({ source: 'page', hub: createHub() });
  startLedger();
  expect(known()).toEqual(['a']);
});

test('an order that comes again is kept once', async () => {
  const first = startLedger();
  page.emit(checkout.orderPlaced, order('a', 1));
  await vi.waitFor(() => expect(known()).toEqual(['a']));
  first.dispose();
  startLedger(); // gets the retained order once more
  page.emit(checkout.orderPlaced, order('b', 2));
  await vi.waitFor(() => expect(known()).toEqual(['b', 'a']));
});

test('an order that another tab kept meanwhile is not lost', async () => {
  startLedger();
  writeOrders([{ ...order('other-tab', 1), status: 'confirmed' }]);
  page.emit(checkout.orderPlaced, order('this-tab', 2));
  await vi.waitFor(() => expect(known()).toEqual(['this-tab', 'other-tab']));
});

test.each(['the page is shown again', 'its saga has ended here, too'])(
  'what another tab ended is known once %s',
  async (when) => {
    page.emit(checkout.orderSubmitted, order('a', 1));
    startLedger();
    const status = () => page.latest(checkout.ordersChanged).get()?.orders[0]?.status;
    await vi.waitFor(() => expect(status()).toBe('in-progress'));
    writeOrders([{ ...order('a', 1), status: 'confirmed' }]);
    if (when === 'the page is shown again') document.dispatchEvent(new Event('visibilitychange'));
    else page.emit(sagaEvents.completed, { saga: 'placeOrder', version: 1, id: 'a' });
    await vi.waitFor(() => expect(status()).toBe('confirmed'));
  },
);

test('a ledger that has ended says nothing when the page is shown again', () => {
  startLedger().dispose();
  writeOrders([{ ...order('a', 1), status: 'confirmed' }]);
  document.dispatchEvent(new Event('visibilitychange'));
  expect(known()).toEqual([]);
});

test('an order that was placed and then cancelled stays cancelled', async () => {
  startLedger();
  page.emit(checkout.orderPlaced, order('a', 1));
  page.emit(checkout.orderCancelled, { number: 'a', reason: 'not-confirmed' });
  await vi.waitFor(() => expect(readOrders()).toMatchObject([{ status: 'cancelled', reason: 'not-confirmed' }]));
});

test('an order is kept at once, however slow checkout is told to be', async () => {
  startLedger();
  page.emit(shell.faultSwitched, { fault: 'checkout-slow', on: true });
  page.emit(checkout.orderPlaced, order('a', 1));
  await Promise.resolve();
  expect(readOrders().map(({ number }) => number)).toEqual(['a']);
  expect(known()).toEqual(['a']);
});

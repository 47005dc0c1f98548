import { type Bus, createBus, createHub } from '@busbar/core';
import { registerApplication, start, triggerAppChange, unregisterApplication } from 'single-spa';
import { beforeAll, beforeEach, expect, test } from 'vitest';
import { page } from 'vitest/browser';
import * as ledger from './ledger.ts';
import * as checkout from './main.ts';
import * as orderSaga from './order-saga/main.ts';

let bus: Bus;

beforeAll(() => start());

beforeEach(() => {
  localStorage.clear();
  bus = createBus({ source: 'page', hub: createHub() });
});

function listeners(): string[] {
  return bus.metrics().subscriptions.map(({ source, target }) => `${source} ${target}`);
}

test('the checkout goes into the element of the page, and all of it out again', async () => {
  const domElement = document.body.appendChild(document.createElement('main'));
  registerApplication({ name: 'checkout', app: checkout, activeWhen: () => true, customProps: { bus, domElement } });
  await triggerAppChange();
  await expect.element(page.elementLocator(domElement).getByRole('heading', { name: 'Checkout' })).toBeVisible();
  expect(listeners()).toEqual(expect.arrayContaining(['checkout shell:faultSwitched', 'checkout cart:changed']));

  await unregisterApplication('checkout');
  expect(domElement.childElementCount).toBe(0);
  expect(listeners()).toEqual([]);
});

test('the ledger listens as long as it is mounted', async () => {
  registerApplication({ name: 'checkout-ledger', app: ledger, activeWhen: () => true, customProps: { bus } });
  await triggerAppChange();
  expect(listeners()).toEqual([
    'checkout-ledger checkout:orderSubmitted',
    'checkout-ledger checkout:orderPlaced',
    'checkout-ledger checkout:orderCancelled',
    'checkout-ledger saga:completed',
    'checkout-ledger saga:undone',
  ]);

  await unregisterApplication('checkout-ledger');
  expect(listeners()).toEqual([]);
});

test('the saga that places orders listens as long as it is mounted', async () => {
  registerApplication({ name: 'checkout/order-saga', app: orderSaga, activeWhen: () => true, customProps: { bus } });
  await triggerAppChange();
  expect(listeners()).toContain('checkout/order-saga checkout:orderSubmitted');

  await unregisterApplication('checkout/order-saga');
  expect(listeners()).toEqual([]);
});

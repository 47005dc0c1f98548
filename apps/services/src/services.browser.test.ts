import { type Bus, createBus, createHub } from '@busbar/core';
import { registerApplication, start, triggerAppChange, unregisterApplication } from 'single-spa';
import { beforeAll, beforeEach, expect, test } from 'vitest';
import * as notifications from './notifications/main.ts';
import * as orders from './orders/main.ts';
import * as payment from './payment/main.ts';
import * as stock from './stock/main.ts';

let bus: Bus;

beforeAll(() => start());
beforeEach(() => {
  localStorage.clear();
  bus = createBus({ source: 'page', hub: createHub() });
});

function listeners(): string[] {
  return bus.metrics().subscriptions.map(({ source, target }) => `${source} ${target}`);
}

test.each([
  ['stock', stock, 'stock stock:reservationRequested'],
  ['payment', payment, 'payment payment:captureRequested'],
  ['orders', orders, 'orders orders:confirmationRequested'],
  ['notifications', notifications, 'notifications checkout:confirmationIssued'],
])('%s listens as long as it is mounted', async (name, app, listener) => {
  registerApplication({ name, app, activeWhen: () => true, customProps: { bus } });
  await triggerAppChange();
  expect(listeners()).toContain(listener);
  await unregisterApplication(name);
  expect(listeners()).toEqual([]);
});

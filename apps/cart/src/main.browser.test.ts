import { createBus, createHub } from '@busbar/core';
import { registerApplication, start, triggerAppChange, unregisterApplication } from 'single-spa';
import { expect, test, vi } from 'vitest';
import { page } from 'vitest/browser';
import * as app from './main.tsx';

test('the cart goes into the element of the page, and all of it out again', async () => {
  const domElement = document.body.appendChild(document.createElement('aside'));
  const bus = createBus({ source: 'page', hub: createHub() });
  start();
  registerApplication({ name: 'cart', app, activeWhen: () => true, customProps: { bus, domElement } });
  await triggerAppChange();
  await expect.element(page.elementLocator(domElement).getByRole('heading', { name: 'Your cart' })).toBeVisible();
  await vi.waitFor(() => expect(bus.metrics().subscriptions.map(({ source }) => source)).toEqual(Array(5).fill('cart')));

  await unregisterApplication('cart');
  expect(domElement.childElementCount).toBe(0);
  expect(bus.metrics().subscriptions).toEqual([]);
});

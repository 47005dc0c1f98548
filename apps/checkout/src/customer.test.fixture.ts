import type { Bus } from '@busbar/core';
import { recordReads } from '@busbar/testing/reads';
import { createBusPlugin } from '@busbar/vue';
import type { CartState } from 'contracts';
import { page } from 'vitest/browser';
import { type RenderResult, render } from 'vitest-browser-vue';
import CheckoutPage from './checkout-page.vue';

/** What is in the cart. */
export const content: CartState = {
  lines: [{ sku: 'lamp', name: 'Desk lamp', price: 12_900, quantity: 2 }],
  count: 2,
  total: 25_800,
};

/** What the customer answers. */
export const details = {
  name: 'Aoife Byrne',
  email: 'aoife@example.ie',
  street: '12 Fade Street',
  postcode: 'D02 X285',
  city: 'Dublin',
};
export const labels = ['Full name', 'Email', 'Street and house number', 'Postcode or Eircode', 'Town or city'];

/** What checkout is given of a bus, with what it reads recorded. */
export function checkoutScope(bus: Bus, source = 'checkout'): Bus {
  return recordReads(bus, { app: 'checkout' }).scope({ source });
}

export function renderCheckout(scope: Bus): PromiseLike<RenderResult<object>> {
  return render(CheckoutPage, { global: { plugins: [createBusPlugin(scope)] } });
}

export async function fillIn(): Promise<void> {
  for (const [index, label] of labels.entries()) await page.getByLabelText(label).fill(Object.values(details)[index] ?? '');
}

export function placeOrder(): Promise<void> {
  return page.getByRole('button', { name: 'Place order' }).click();
}

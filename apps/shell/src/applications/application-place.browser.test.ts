import { afterEach, expect, test, vi } from 'vitest';
import { page } from 'vitest/browser';
import { element } from '../dom/element.ts';
import { applicationPlace } from './application-place.ts';

const cart = { name: 'cart', title: 'The cart', activeAt: () => true };

afterEach(() => document.body.replaceChildren());

function place() {
  const container = element(
    'div',
    { class: 'place', 'data-application': 'cart' },
    element('div', { id: 'content' }, 'Three lamps'),
  );
  document.body.append(container);
  return applicationPlace(cart)!;
}

test('says that a micro-frontend is loading, until it is there', async () => {
  const { showLoading, showReady } = place();
  showLoading();
  await expect.element(page.getByText('The cart is loading')).toBeInTheDocument();
  showReady();
  await expect.element(page.getByText('The cart is loading')).not.toBeInTheDocument();
  await expect.element(page.getByText('Three lamps')).toBeVisible();
});

test('says that a micro-frontend failed, hides what is left of it, and tries again', async () => {
  const retry = vi.fn();
  place().showFailed(retry);
  await expect.element(page.getByRole('alert').getByRole('heading', { name: 'The cart could not be loaded' })).toBeVisible();
  await expect.element(page.getByText('Three lamps')).not.toBeVisible();
  await page.getByRole('button', { name: 'Try again' }).click();
  expect(retry).toHaveBeenCalledOnce();
});

test('keeps no place for what has nothing to show', () => {
  expect(applicationPlace({ name: 'checkout/ledger', activeAt: () => true })).toBeUndefined();
});

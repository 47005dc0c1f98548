import { type Bus, type BusEvent, createBus, createHub } from '@busbar/core';
import { memorySagaStore } from '@busbar/patterns';
import { recordedReads } from '@busbar/testing/reads';
import { cart, checkout } from 'contracts';
import { afterAll, afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { commands, page } from 'vitest/browser';
import { checkoutScope, content, fillIn, placeOrder, renderCheckout } from '../customer.test.fixture.ts';
import { playServices, refuse, type Services } from '../order-saga/play-services.test.fixture.ts';
import { runOrderSaga } from '../order-saga/run-order-saga.ts';

let bus: Bus;
let heard: BusEvent[];
let errors: string[];

beforeEach(() => {
  sessionStorage.clear();
  errors = [];
  bus = createBus({ source: 'page', hub: createHub(), onError: ({ code }) => errors.push(code) });
  heard = [];
  bus.on('checkout:*', (event) => heard.push(event));
  bus.emit(cart.changed, content);
});

afterEach(() => expect(errors).toEqual([]));
afterAll(() => commands.keepReads(recordedReads('checkout')));

/** Runs the saga that places orders, and plays the services that it asks. */
function startSaga(services?: Services): void {
  playServices(bus, services);
  runOrderSaga(checkoutScope(bus, 'checkout/order-saga'), memorySagaStore());
}

/** A service that answers when it is told to. */
function openGate() {
  let open = () => {};
  const opened = new Promise<void>((resolve) => {
    open = resolve;
  });
  return { pass: () => opened, open: () => open() };
}

function steps(): string[] {
  return page
    .getByRole('list', { name: 'Steps of your order' })
    .getByRole('listitem')
    .elements()
    .map(({ textContent }) => textContent.trim());
}

describe('the order', () => {
  test('is placed with all that is in the cart, and confirmed', async () => {
    startSaga();
    await renderCheckout(checkoutScope(bus));
    await fillIn();
    await placeOrder();
    await expect.element(page.getByRole('heading', { name: 'Thank you, your order is placed' })).toHaveFocus();
    await expect.element(page.getByRole('link', { name: 'See your orders' })).toHaveAttribute('href', '/profile');
    const placed = bus.latest(checkout.orderPlaced).get();
    expect(placed).toMatchObject({ lines: content.lines, total: 25_800 });
    await expect.element(page.getByText(placed?.number ?? 'no number')).toBeVisible();
  });

  test('shows which of its steps is under way', async () => {
    const { pass, open } = openGate();
    startSaga({ capture: pass });
    await renderCheckout(checkoutScope(bus));
    await fillIn();
    await placeOrder();
    await expect.element(page.getByRole('heading', { name: 'Placing your order' })).toHaveFocus();
    await expect.element(page.getByRole('status')).toMatchTextContent('Taking your payment.');
    expect(steps()).toEqual([
      'Done: Your items are reserved',
      'Under way: Taking your payment',
      'To come: Confirm your order',
      'To come: Send you the confirmation',
    ]);
    open();
    await expect.element(page.getByRole('heading', { name: 'Thank you, your order is placed' })).toHaveFocus();
  });

  test('leaves the focus to whoever is busy elsewhere, and tells how it ended', async () => {
    const { pass, open } = openGate();
    startSaga({ capture: pass });
    await renderCheckout(checkoutScope(bus));
    await fillIn();
    await placeOrder();
    await expect.element(page.getByText('Taking your payment', { exact: true })).toBeVisible();
    const elsewhere = document.body.appendChild(document.createElement('button'));
    elsewhere.focus();
    open();
    await expect.element(page.getByRole('heading', { name: 'Thank you, your order is placed' })).toBeVisible();
    await expect.element(page.getByRole('status')).toMatchTextContent('Your order is placed.');
    await expect.element(elsewhere).toHaveFocus();
    elsewhere.remove();
  });

  test('is shown as far as it has come to whoever left the page and comes back', async () => {
    const { pass, open } = openGate();
    startSaga({ capture: pass });
    const { unmount } = await renderCheckout(checkoutScope(bus));
    await fillIn();
    await placeOrder();
    await expect.element(page.getByText('Taking your payment', { exact: true })).toBeVisible();
    await unmount();
    await renderCheckout(checkoutScope(bus));
    expect(steps()).toContain('Under way: Taking your payment');
    open();
    await expect.element(page.getByText(/goes to Aoife Byrne, 12 Fade Street/)).toBeVisible();
  });

  test('that has been seen to end makes way for the next one', async () => {
    startSaga();
    const { unmount } = await renderCheckout(checkoutScope(bus));
    await fillIn();
    await placeOrder();
    await expect.element(page.getByRole('heading', { name: 'Thank you, your order is placed' })).toBeVisible();
    await unmount();
    await renderCheckout(checkoutScope(bus));
    await expect.element(page.getByRole('button', { name: 'Place order' })).toBeVisible();
  });

  test('that comes to nothing says why and what is undone, and can be tried again from the same answers', async () => {
    startSaga({ capture: refuse('payment-declined') });
    await renderCheckout(checkoutScope(bus));
    await fillIn();
    await placeOrder();
    await expect.element(page.getByRole('heading', { name: 'Your order was not placed' })).toHaveFocus();
    await expect.element(page.getByText(/Your payment was declined\..*You pay nothing/).first()).toBeVisible();
    expect(steps()).toMatchObject([
      'Taken back: Nothing is reserved any more',
      'Failed: Your payment did not go through',
      {},
      {},
    ]);
    await page.getByRole('button', { name: 'Try again' }).click();
    await expect.element(page.getByRole('heading', { name: 'Checkout' })).toHaveFocus();
    await expect.element(page.getByLabelText('Full name')).toHaveValue('Aoife Byrne');
    await expect.element(page.getByRole('button', { name: 'Place order' })).toBeVisible();
    await vi.waitFor(() => expect(heard.filter(({ type }) => type === 'checkout:started')).toHaveLength(2));
  });

  test('that cannot be undone by itself says that somebody looks after it', async () => {
    startSaga({ capture: refuse('payment-declined'), release: refuse('withdrawn') });
    await renderCheckout(checkoutScope(bus));
    await fillIn();
    await placeOrder();
    await expect.element(page.getByText(/Somebody is looking after it/).first(), { timeout: 5_000 }).toBeVisible();
    expect(steps()[0]).toBe('Not taken back: Your items are still reserved');
    expect(errors.splice(0)).toEqual(['handler-failed']);
  });

  test('stays confirmed when the cart is emptied, and makes way when something new is in it', async () => {
    startSaga();
    await renderCheckout(checkoutScope(bus));
    await fillIn();
    await placeOrder();
    await expect.element(page.getByRole('heading', { name: 'Thank you, your order is placed' })).toBeVisible();
    bus.emit(cart.changed, { lines: [], count: 0, total: 0 });
    await expect.element(page.getByRole('heading', { name: 'Thank you, your order is placed' })).toBeVisible();
    bus.emit(cart.changed, content);
    await page.getByRole('button', { name: 'Check it out' }).click();
    await expect.element(page.getByRole('button', { name: 'Place order' })).toBeVisible();
    await vi.waitFor(() => expect(heard.filter(({ type }) => type === 'checkout:started')).toHaveLength(2));
  });

  test('is not placed with a line that has no price, and the page says which one that is', async () => {
    const rarity = { sku: 'rarity', name: 'Rarity', price: 0, quantity: 1 };
    bus.emit(cart.changed, { ...content, lines: [...content.lines, rarity], count: 3 });
    await renderCheckout(checkoutScope(bus));
    await expect.element(page.getByText(/What has no price cannot be ordered.*out of the cart: Rarity\./)).toBeVisible();
    await expect.element(page.getByRole('region', { name: 'Your order' })).toMatchTextContent(/Price unknown.*€258\.00 and more/);
    await fillIn();
    await page.getByRole('button', { name: 'Place order' }).click({ force: true });
    bus.emit(cart.changed, content);
    await expect.element(page.getByRole('button', { name: 'Place order' })).not.toHaveAttribute('aria-disabled');
    expect(heard.map(({ type }) => type)).toEqual(['checkout:started']);
  });

  test('that the bus refuses is not confirmed', async () => {
    await renderCheckout(bus.scope({ source: 'checkout', publish: [checkout.started.type] }));
    await fillIn();
    await placeOrder();
    await expect.element(page.getByRole('alert')).toMatchTextContent('Your order could not be placed');
    await expect.element(page.getByRole('button', { name: 'Place order' })).toBeVisible();
  });
});

import { type Bus, type BusEvent, createBus, createHub } from '@busbar/core';
import { memorySagaStore } from '@busbar/patterns';
import { recordedReads, recordReads } from '@busbar/testing/reads';
import { createBusPlugin } from '@busbar/vue';
import { type CartState, cart, checkout, profile, shell } from 'contracts';
import { afterAll, afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { commands, page, userEvent } from 'vitest/browser';
import { render } from 'vitest-browser-vue';
import CheckoutPage from './checkout-page.vue';
import { playServices, refuse, type Services } from './order-saga/play-services.test.fixture.ts';
import { runOrderSaga } from './order-saga/run-order-saga.ts';

const content: CartState = { lines: [{ sku: 'lamp', name: 'Desk lamp', price: 12_900, quantity: 2 }], count: 2, total: 25_800 };
const details = {
  name: 'Aoife Byrne',
  email: 'aoife@example.ie',
  street: '12 Fade Street',
  postcode: 'D02 X285',
  city: 'Dublin',
};
const labels = ['Full name', 'Email', 'Street and house number', 'Postcode or Eircode', 'Town or city'];

let bus: Bus;
let heard: BusEvent[];
let errors: string[];

beforeEach(() => {
  sessionStorage.clear();
  errors = [];
  bus = createBus({ source: 'page', hub: createHub(), onError: ({ code }) => errors.push(code) });
  heard = [];
  bus.on('checkout:*', (event) => heard.push(event));
});

afterEach(() => expect(errors).toEqual([]));
afterAll(() => commands.keepReads(recordedReads('checkout')));

function renderCheckout(scope: Bus = recordReads(bus, { app: 'checkout' }).scope({ source: 'checkout' })) {
  return render(CheckoutPage, { global: { plugins: [createBusPlugin(scope)] } });
}

/** Runs the saga that places orders, and plays the services that it asks. */
function startSaga(services?: Services): void {
  playServices(bus, services);
  runOrderSaga(recordReads(bus, { app: 'checkout' }).scope({ source: 'checkout/order-saga' }), memorySagaStore());
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

async function fillIn(): Promise<void> {
  for (const [index, label] of labels.entries()) await page.getByLabelText(label).fill(Object.values(details)[index] ?? '');
}

function placeOrder(): Promise<void> {
  return page.getByRole('button', { name: 'Place order' }).click();
}

describe('the cart', () => {
  test('a checkout that mounts late knows the cart', async () => {
    bus.emit(cart.changed, content);
    await renderCheckout();
    await expect.element(page.getByRole('region', { name: 'Your order' })).toMatchTextContent(/Desk lamp.*€258\.00/);
  });

  test('without anything in the cart there is nothing to check out, until there is', async () => {
    await renderCheckout();
    await expect.element(page.getByText('There is nothing to check out yet')).toBeVisible();
    bus.emit(cart.changed, content);
    await expect.element(page.getByRole('button', { name: 'Place order' })).toBeVisible();
  });

  test('a visit says once that it started', async () => {
    bus.emit(cart.changed, content);
    await renderCheckout();
    await expect.element(page.getByRole('listitem')).toMatchTextContent('€258.00');
    bus.emit(cart.changed, { ...content, total: 1 });
    await expect.element(page.getByText('€0.01')).toBeVisible();
    expect(heard).toMatchObject([{ type: 'checkout:started', source: 'checkout', data: { count: 2, total: 25_800 } }]);
  });
});

describe('the form', () => {
  beforeEach(() => void bus.emit(cart.changed, content));

  test('the profile fills in all of it', async () => {
    await renderCheckout();
    bus.emit(profile.detailsChanged, details);
    for (const [index, label] of labels.entries())
      await expect.element(page.getByLabelText(label)).toHaveValue(Object.values(details)[index]);
  });

  test('the profile fills it in, but not over what somebody wrote', async () => {
    await renderCheckout();
    await page.getByLabelText('Town or city').fill('Cork');
    bus.emit(profile.detailsChanged, details);
    await expect.element(page.getByLabelText('Full name')).toHaveValue('Aoife Byrne');
    await expect.element(page.getByLabelText('Town or city')).toHaveValue('Cork');
  });

  test('an order without answers goes nowhere, names each problem, and puts the focus on the first', async () => {
    await renderCheckout();
    await placeOrder();
    await expect.element(page.getByLabelText('Full name')).toHaveFocus();
    await expect.element(page.getByLabelText('Full name')).toHaveAccessibleDescription('Enter your name');
    await expect.element(page.getByLabelText('Town or city')).toBeInvalid();
    expect(heard.map(({ type }) => type)).toEqual(['checkout:started']);
  });

  test('a wrong answer is named when somebody goes on, and no longer once it is right', async () => {
    await renderCheckout();
    const email = page.getByLabelText('Email');
    await email.fill('aoife');
    await userEvent.tab();
    await expect.element(email).toHaveAccessibleDescription(/Enter an email address like name@example.ie/);
    await email.fill('aoife@example.ie');
    await expect.element(email).not.toHaveAttribute('aria-invalid');
    await expect.element(page.getByLabelText('Full name')).not.toHaveAttribute('aria-invalid');
  });

  test('browsers know what to fill in', async () => {
    await renderCheckout();
    const known = labels.map((label) => page.getByLabelText(label).element().getAttribute('autocomplete'));
    expect(known.map((value) => value?.replace('shipping ', ''))).toEqual([
      'name',
      'email',
      'address-line1',
      'postal-code',
      'address-level2',
    ]);
  });
});

describe('the order', () => {
  beforeEach(() => void bus.emit(cart.changed, content));

  test('is placed with all that is in the cart, and confirmed', async () => {
    startSaga();
    await renderCheckout();
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
    await renderCheckout();
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

  test('is shown as far as it has come to whoever left the page and comes back', async () => {
    const { pass, open } = openGate();
    startSaga({ capture: pass });
    const { unmount } = await renderCheckout();
    await fillIn();
    await placeOrder();
    await expect.element(page.getByText('Taking your payment', { exact: true })).toBeVisible();
    await unmount();
    await renderCheckout();
    expect(steps()).toContain('Under way: Taking your payment');
    open();
    await expect.element(page.getByText(/goes to Aoife Byrne, 12 Fade Street/)).toBeVisible();
  });

  test('that has been seen to end makes way for the next one', async () => {
    startSaga();
    const { unmount } = await renderCheckout();
    await fillIn();
    await placeOrder();
    await expect.element(page.getByRole('heading', { name: 'Thank you, your order is placed' })).toBeVisible();
    await unmount();
    await renderCheckout();
    await expect.element(page.getByRole('button', { name: 'Place order' })).toBeVisible();
  });

  test('that comes to nothing says why and what is undone, and can be tried again from the same answers', async () => {
    startSaga({ capture: refuse('payment-declined') });
    await renderCheckout();
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
    await expect.element(page.getByLabelText('Full name')).toHaveValue('Aoife Byrne');
    await expect.element(page.getByRole('button', { name: 'Place order' })).toBeVisible();
    await vi.waitFor(() => expect(heard.filter(({ type }) => type === 'checkout:started')).toHaveLength(2));
  });

  test('that cannot be undone by itself says that somebody looks after it', async () => {
    startSaga({ capture: refuse('payment-declined'), release: refuse('withdrawn') });
    await renderCheckout();
    await fillIn();
    await placeOrder();
    await expect.element(page.getByText(/Somebody is looking after it/), { timeout: 5_000 }).toBeVisible();
    expect(steps()[0]).toBe('Not taken back: Your items are still reserved');
    expect(errors.splice(0)).toEqual(['handler-failed']);
  });

  test('stays confirmed when the cart is emptied, and makes way when something new is in it', async () => {
    startSaga();
    await renderCheckout();
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
    await renderCheckout();
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

describe('a slow checkout', () => {
  test('says that it takes longer than usual, and shows the cart two seconds later', async () => {
    bus.emit(cart.changed, content);
    bus.emit(shell.faultSwitched, { fault: 'checkout-slow', on: true });
    await renderCheckout();
    await expect.element(page.getByRole('status')).toMatchTextContent('Checkout is taking longer than usual');
    expect(page.getByText('Desk lamp').query()).toBeNull();
    await expect.element(page.getByText('Desk lamp'), { timeout: 4_000 }).toBeVisible();
    await expect.element(page.getByText('Checkout is taking longer than usual')).not.toBeInTheDocument();
  });

  test('does not place an order while it is behind', async () => {
    bus.emit(cart.changed, content);
    await renderCheckout();
    await fillIn();
    bus.emit(shell.faultSwitched, { fault: 'checkout-slow', on: true });
    bus.emit(cart.changed, { ...content, total: 1 });
    await expect.element(page.getByRole('button', { name: 'Place order' })).toHaveAttribute('aria-disabled', 'true');
    await page.getByRole('button', { name: 'Place order' }).click({ force: true });
    await expect.element(page.getByText('€0.01'), { timeout: 4_000 }).toBeVisible();
    expect(heard.map(({ type }) => type)).toEqual(['checkout:started']);
  });
});

import { type Bus, type BusEvent, createBus, createHub } from '@busbar/core';
import { recordedReads } from '@busbar/testing/reads';
import { cart, profile, shell } from 'contracts';
import { afterAll, beforeEach, describe, expect, test } from 'vitest';
import { commands, page, userEvent } from 'vitest/browser';
import { checkoutScope, content, details, fillIn, labels, placeOrder, renderCheckout } from './customer.test.fixture.ts';

let bus: Bus;
let heard: BusEvent[];

beforeEach(() => {
  sessionStorage.clear();
  bus = createBus({ source: 'page', hub: createHub() });
  heard = [];
  bus.on('checkout:*', (event) => heard.push(event));
});

afterAll(() => commands.keepReads(recordedReads('checkout')));

describe('the cart', () => {
  test('a checkout that mounts late knows the cart', async () => {
    bus.emit(cart.changed, content);
    await renderCheckout(checkoutScope(bus));
    await expect.element(page.getByRole('region', { name: 'Your order' })).toMatchTextContent(/Desk lamp.*€258\.00/);
  });

  test('without anything in the cart there is nothing to check out, until there is', async () => {
    await renderCheckout(checkoutScope(bus));
    await expect.element(page.getByText('There is nothing to check out yet')).toBeVisible();
    bus.emit(cart.changed, content);
    await expect.element(page.getByRole('button', { name: 'Place order' })).toBeVisible();
  });

  test('a visit says once that it started', async () => {
    bus.emit(cart.changed, content);
    await renderCheckout(checkoutScope(bus));
    await expect.element(page.getByRole('listitem')).toMatchTextContent('€258.00');
    bus.emit(cart.changed, { ...content, total: 1 });
    await expect.element(page.getByText('€0.01')).toBeVisible();
    expect(heard).toMatchObject([{ type: 'checkout:started', source: 'checkout', data: { count: 2, total: 25_800 } }]);
  });
});

describe('the form', () => {
  beforeEach(() => void bus.emit(cart.changed, content));

  test('the profile fills in all of it', async () => {
    await renderCheckout(checkoutScope(bus));
    bus.emit(profile.detailsChanged, details);
    for (const [index, label] of labels.entries())
      await expect.element(page.getByLabelText(label)).toHaveValue(Object.values(details)[index]);
  });

  test('the profile fills it in, but not over what somebody wrote', async () => {
    await renderCheckout(checkoutScope(bus));
    await page.getByLabelText('Town or city').fill('Cork');
    bus.emit(profile.detailsChanged, details);
    await expect.element(page.getByLabelText('Full name')).toHaveValue('Aoife Byrne');
    await expect.element(page.getByLabelText('Town or city')).toHaveValue('Cork');
  });

  test('an order without answers goes nowhere, names each problem, and puts the focus on the first', async () => {
    await renderCheckout(checkoutScope(bus));
    await placeOrder();
    await expect.element(page.getByLabelText('Full name')).toHaveFocus();
    await expect.element(page.getByLabelText('Full name')).toHaveAccessibleDescription('Enter your name');
    await expect.element(page.getByLabelText('Town or city')).toBeInvalid();
    expect(heard.map(({ type }) => type)).toEqual(['checkout:started']);
  });

  test('a wrong answer is named when somebody goes on, and no longer once it is right', async () => {
    await renderCheckout(checkoutScope(bus));
    const email = page.getByLabelText('Email');
    await email.fill('aoife');
    await userEvent.tab();
    await expect.element(email).toHaveAccessibleDescription(/Enter an email address like name@example.ie/);
    await email.fill('aoife@example.ie');
    await expect.element(email).not.toHaveAttribute('aria-invalid');
    await expect.element(page.getByLabelText('Full name')).not.toHaveAttribute('aria-invalid');
  });

  test('browsers know what to fill in', async () => {
    await renderCheckout(checkoutScope(bus));
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

describe('a slow checkout', () => {
  test('says that it takes longer than usual, and shows the cart two seconds later', async () => {
    bus.emit(cart.changed, content);
    bus.emit(shell.faultSwitched, { fault: 'checkout-slow', on: true });
    await renderCheckout(checkoutScope(bus));
    await expect.element(page.getByRole('status')).toMatchTextContent('Checkout is taking longer than usual');
    expect(page.getByText('Desk lamp').query()).toBeNull();
    await expect.element(page.getByText('Desk lamp'), { timeout: 4_000 }).toBeVisible();
    await expect.element(page.getByText('Checkout is taking longer than usual')).not.toBeInTheDocument();
  });

  test('does not place an order while it is behind', async () => {
    bus.emit(cart.changed, content);
    await renderCheckout(checkoutScope(bus));
    await fillIn();
    bus.emit(shell.faultSwitched, { fault: 'checkout-slow', on: true });
    bus.emit(cart.changed, { ...content, total: 1 });
    await expect.element(page.getByRole('button', { name: 'Place order' })).toHaveAttribute('aria-disabled', 'true');
    await page.getByRole('button', { name: 'Place order' }).click({ force: true });
    await expect.element(page.getByText('€0.01'), { timeout: 4_000 }).toBeVisible();
    expect(heard.map(({ type }) => type)).toEqual(['checkout:started']);
  });
});

import { sagaEvents } from '@busbar/patterns';
import type { Busbar } from '@busbar/testing/playwright';
import { expect, type Locator } from '@playwright/test';
import { checkout as checkoutEvents, notifications, orders, payment, stock } from 'contracts';
import { test } from '../fixtures/shop-test.ts';
import { type Shopper, shopper } from '../fixtures/shopper.ts';

const steps = ['openOrder', 'reserveStock', 'takePayment', 'confirmOrder', 'notifyCustomer'];
const undoing = ['checkout:orderCancelled', 'stock:releaseRequested', 'payment:refundRequested', 'orders:withdrawalRequested'];

/** A saga tells its earlier events again after a reload, and in each tab. */
async function stepsDone(busbar: Busbar): Promise<string[]> {
  const events = new Map((await busbar.trail(sagaEvents.stepDone)).map((event) => [event.id, event]));
  return [...events.values()].map(({ data }) => data.step);
}
const stepsUndone = async (busbar: Busbar) => (await busbar.trail(sagaEvents.stepUndone)).map(({ data }) => data.step);

/** Opens the shop with the switches and puts a lamp into the cart. */
async function openWithLamp(openShop: () => Promise<Shopper>) {
  const visitor = await openShop();
  await visitor.addButton('Desk lamp').click();
  await visitor.page.getByRole('button', { name: 'Switches' }).click();
  const happened = visitor.switches.getByRole('status', { name: 'What happened' });
  const toggle = (name: string) => visitor.switches.getByRole('switch', { name }).click();
  return { ...visitor, happened, toggle };
}

/** The number of the order that was submitted last. */
async function numberOf(busbar: Busbar): Promise<string> {
  await busbar.expectEvent(checkoutEvents.orderSubmitted, undefined, { since: 'start' });
  return (await busbar.trail(checkoutEvents.orderSubmitted)).at(-1)!.data.number;
}

const heading = (checkout: Locator, name: string) => checkout.getByRole('heading', { level: 1, name });
const confirmed = (checkout: Locator) => heading(checkout, 'Thank you, your order is placed');
const cancelled = (checkout: Locator) => heading(checkout, 'Your order was not placed');
const progress = (checkout: Locator) => checkout.getByRole('list', { name: 'Steps of your order' }).getByRole('listitem');

test.describe('The saga of an order', () => {
  test('goes through all steps, which the checkout shows, and the profile has the order', async ({ openShop, busbar }) => {
    const { checkout, profile, cart, submit, link, addButton } = await openShop();
    await addButton('Desk lamp').click();
    await submit();
    await expect(progress(checkout)).toHaveText([/Under way|Done/, /To come/, /To come/, /To come/]);
    await link('Profile').click();
    const number = await numberOf(busbar);
    const order = profile.getByRole('article', { name: `Order ${number}` });
    await expect(order).toContainText('In progress');
    await expect(order).toContainText('Confirmed');
    await expect(cart.getByText('Your cart is empty')).toBeVisible();
    await link('Checkout').click();
    await expect(confirmed(checkout)).toBeVisible();
    await busbar.expectEvent(notifications.confirmationSent, { number });
    expect(await stepsDone(busbar)).toEqual(steps);
    expect(await busbar.trail(({ type }) => undoing.includes(type))).toEqual([]);
  });

  test('payment fails: what was done is undone in reverse, the customer is told, and can try again', async ({
    openShop,
    busbar,
  }) => {
    const { checkout, cart, profile, link, submit, toggle, happened } = await openWithLamp(openShop);
    await toggle('Payment fails');
    await submit();
    await expect(cancelled(checkout)).toBeVisible();
    const number = await numberOf(busbar);
    await expect(checkout.getByText('Your payment was declined.', { exact: true })).toBeVisible();
    await expect(progress(checkout)).toHaveText([/Taken back/, /Failed/, /To come/, /To come/]);
    expect(await stepsUndone(busbar)).toEqual(['reserveStock', 'openOrder']);
    expect((await busbar.trail(stock.release.replied)).map(({ data }) => data)).toEqual([{ number, released: true }]);
    await expect(happened).toContainText(`placeOrder ${number}, takePayment failed:`);
    await expect(happened).toContainText(`placeOrder ${number} is undone, all of it.`);
    await expect(cart.getByRole('status')).toContainText('1 item in the cart');
    await toggle('Payment fails');
    await checkout.getByRole('button', { name: 'Try again' }).click();
    await checkout.getByRole('button', { name: 'Place order' }).click();
    await expect(confirmed(checkout)).toBeVisible();
    const second = await numberOf(busbar);
    await link('Profile').click();
    await expect(profile.getByRole('article', { name: `Order ${second}` })).toContainText('Confirmed');
    await expect(profile.getByRole('article', { name: `Order ${number}` })).toContainText('Cancelled');
    expect((await busbar.trail(payment.capture.replied)).map(({ data }) => data.number)).toEqual([second]);
  });

  test('stock times out: the reservation that nobody heard of is released, and nothing is paid', async ({ openShop, busbar }) => {
    const { checkout, submit, toggle, happened } = await openWithLamp(openShop);
    await toggle('Stock times out');
    await submit();
    await expect(cancelled(checkout)).toBeVisible({ timeout: 20_000 });
    const number = await numberOf(busbar);
    await expect(checkout.getByText('Our warehouse did not answer in time.', { exact: true })).toBeVisible();
    const failures = (await busbar.trail(sagaEvents.stepFailed)).map(({ data }) => `${data.step} ${data.reason}`);
    expect(new Set(failures)).toEqual(new Set(['reserveStock timed-out']));
    expect((await busbar.trail(stock.release.replied)).map(({ data }) => data)).toEqual([{ number, released: true }]);
    expect(await stepsUndone(busbar)).toEqual(['reserveStock', 'openOrder']);
    expect(await busbar.trail(payment.capture.requested)).toEqual([]);
    await expect(happened).toContainText(`placeOrder ${number}, reserveStock had no answer in time`);
  });

  test('the confirmation is sent twice: there is one order, and the customer is told once', async ({ openShop, busbar }) => {
    const { checkout, profile, link, submit, addButton, toggle, happened } = await openWithLamp(openShop);
    await toggle('Confirmation is sent twice');
    await submit();
    await expect(confirmed(checkout)).toBeVisible();
    const number = await numberOf(busbar);
    await expect(happened).toContainText(`The confirmation of order ${number} was issued 2 times.`);
    await busbar.expectEvent(notifications.confirmationSent, { number });
    // What a second one would take is over by the time that another order has been through the same service.
    await toggle('Confirmation is sent twice');
    await link('Shop').click();
    await addButton('Desk lamp').click();
    await submit();
    await expect(confirmed(checkout)).toBeVisible();
    await expect.poll(async () => (await busbar.trail(notifications.confirmationSent)).length).toBe(2);
    const told = (await busbar.trail(notifications.confirmationSent)).map(({ data }) => data.number);
    expect(told).toEqual([number, await numberOf(busbar)]);
    expect(await busbar.trail(checkoutEvents.orderPlaced)).toHaveLength(2);
    await link('Profile').click();
    await expect(profile.getByRole('article', { name: /^Order/ })).toHaveCount(2);
  });

  test('reload in the middle: the order is finished after the reload, and paid once', async ({ openShop, busbar }) => {
    const { page, checkout, submit, toggle, happened } = await openWithLamp(openShop);
    await toggle('Reload in the middle');
    const reloaded = page.waitForEvent('load');
    await submit();
    await reloaded;
    await expect(confirmed(checkout)).toBeVisible();
    const number = await numberOf(busbar);
    expect(await stepsDone(busbar)).toEqual(steps);
    expect((await busbar.trail(payment.capture.replied)).map(({ data }) => data.number)).toEqual([number]);
    expect(await busbar.trail(checkoutEvents.orderPlaced)).toHaveLength(1);
    await page.getByRole('button', { name: 'Switches' }).click();
    await expect(happened).toContainText(`The page was loaded anew in the middle of order ${number}`);
  });

  test('two tabs of the shop are open: each step runs once', async ({ openShop, busbar, context }) => {
    const other = await context.newPage();
    const { page, checkout, submit, addButton } = await openShop();
    await other.goto(page.url());
    await expect(other.locator('[data-application="cart"]')).toHaveAttribute('data-state', 'ready');
    await addButton('Desk lamp').click();
    await submit();
    await expect(confirmed(checkout)).toBeVisible();
    expect(await stepsDone(busbar)).toEqual(steps);
    expect(await busbar.trail(sagaEvents.started)).toHaveLength(1);
    expect(await busbar.trail(payment.capture.requested)).toHaveLength(1);
  });

  test('a tab that is closed in the middle of a step hands over to another one', async ({ openShop, busbar, context }) => {
    const { page, submit, toggle } = await openWithLamp(openShop);
    await toggle('Stock times out');
    await submit();
    await busbar.expectEvent(sagaEvents.stepStarted, { step: 'reserveStock' });
    const number = await numberOf(busbar);
    const other = shopper(await context.newPage());
    await other.page.goto(new URL('/profile', page.url()).href);
    const order = other.profile.getByRole('article', { name: `Order ${number}` });
    await expect(order).toContainText('In progress');
    await page.close();
    await expect(order).toContainText('Confirmed');
    expect(await busbar.trail(payment.capture.replied)).toHaveLength(1);
    expect(await busbar.trail(checkoutEvents.orderPlaced)).toHaveLength(1);
  });

  for (const [service, told] of [
    ['stock', 'Our warehouse did not answer in time.'],
    ['payment', 'Our payment service did not answer in time.'],
    ['orders', 'We could not confirm it.'],
  ] as const) {
    test(`the bundle of ${service} fails to load: the customer is told, and nothing is half done`, async ({
      openShop,
      busbar,
      page,
      expectMessage,
    }) => {
      for (const message of [/^error: Failed to load resource/, new RegExp(`^error: .*${service}`)]) expectMessage(message);
      await page.route(`**/micro-frontends/services/${service}.js*`, (route) => route.abort());
      const { checkout, submit, addButton } = await openShop();
      await addButton('Desk lamp').click();
      await submit();
      await expect(cancelled(checkout)).toBeVisible({ timeout: 30_000 });
      await expect(checkout.getByText(told, { exact: true })).toBeVisible();
      const taken = await busbar.trail(payment.capture.replied);
      const givenBack = await busbar.trail(payment.refund.replied);
      expect(givenBack.map(({ data }) => data.amount).filter((amount) => amount > 0)).toEqual(
        taken.map(({ data }) => data.amount),
      );
      const reserved = await busbar.trail(stock.reservation.replied);
      const released = (await busbar.trail(stock.release.replied)).filter(({ data }) => data.released);
      expect(released).toHaveLength(reserved.length);
      expect(await busbar.trail(orders.confirmation.replied)).toEqual([]);
      expect(await busbar.trail(sagaEvents.undone)).toHaveLength(1);
    });
  }
});

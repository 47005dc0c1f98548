import type * as Core from '@busbar/core';
import { sagaEvents } from '@busbar/patterns';
import type { Busbar } from '@busbar/testing/playwright';
import { expect, type Locator, type Page } from '@playwright/test';
import { checkout as checkoutEvents, notifications, orders, payment, stock } from 'contracts';
import { test } from '../fixtures/shop-test.ts';
import { type Shopper, shopper } from '../fixtures/shopper.ts';
import { bringUnmounting, unmount } from '../fixtures/unmount.ts';

const steps = ['openOrder', 'reserveStock', 'takePayment', 'confirmOrder', 'notifyCustomer'];
const behindTheCounter = ['checkout/order-saga', 'stock', 'payment', 'orders', 'notifications'];
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

/** An order takes a few seconds, more where somebody is waited for. */
const heading = (name: string) => (checkout: Locator) =>
  expect(checkout.getByRole('heading', { level: 1, name })).toBeVisible({ timeout: 30_000 });
const expectConfirmed = heading('Thank you, your order is placed');
const expectCancelled = heading('Your order was not placed');
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
    await expect(order).toContainText('Confirmed', { timeout: 20_000 });
    await expect(cart.getByText('Your cart is empty')).toBeVisible();
    await link('Checkout').click();
    await expectConfirmed(checkout);
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
    await expectCancelled(checkout);
    const number = await numberOf(busbar);
    await expect(checkout.getByText('Your payment was declined.', { exact: true })).toBeVisible();
    await expect(progress(checkout)).toHaveText([/Taken back/, /Failed/, /Not begun/, /Not begun/]);
    expect(await stepsUndone(busbar)).toEqual(['reserveStock', 'openOrder']);
    expect((await busbar.trail(stock.release.replied)).map(({ data }) => data)).toEqual([{ number, released: true }]);
    await expect(happened).toContainText(`placeOrder ${number}, takePayment failed:`);
    await expect(happened).toContainText(`placeOrder ${number} is undone, all of it.`);
    await expect(cart.getByRole('status')).toContainText('1 item in the cart');
    await toggle('Payment fails');
    await checkout.getByRole('button', { name: 'Try again' }).click();
    await checkout.getByRole('button', { name: 'Place order' }).click();
    await expectConfirmed(checkout);
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
    await expectCancelled(checkout);
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
    await expectConfirmed(checkout);
    const number = await numberOf(busbar);
    await expect(happened).toContainText(`The confirmation of order ${number} was issued 2 times.`);
    await busbar.expectEvent(notifications.confirmationSent, { number });
    // What a second one would take is over by the time that another order has been through the same service.
    await toggle('Confirmation is sent twice');
    await link('Shop').click();
    await addButton('Desk lamp').click();
    await submit();
    await expectConfirmed(checkout);
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
    await expectConfirmed(checkout);
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
    await expectConfirmed(checkout);
    expect(await stepsDone(busbar)).toEqual(steps);
    expect(await busbar.trail(sagaEvents.started)).toHaveLength(1);
    expect(await busbar.trail(payment.capture.requested)).toHaveLength(1);
  });

  test('a tab that is closed in the middle of a step hands over to another one', async ({ openShop, busbar, context, page }) => {
    await makePatient(page); // else it may give up before the other one is there
    const { submit, toggle } = await openWithLamp(openShop);
    await toggle('Stock times out');
    await submit();
    await busbar.expectEvent(sagaEvents.stepStarted, { step: 'reserveStock' });
    const number = await numberOf(busbar);
    const other = shopper(await context.newPage());
    await other.page.goto(new URL('/profile', page.url()).href);
    const order = other.profile.getByRole('article', { name: `Order ${number}` });
    await expect(order).toContainText('In progress');
    await page.close();
    await expect(order).toContainText('Confirmed', { timeout: 20_000 });
    expect(await busbar.trail(payment.capture.replied)).toHaveLength(1);
    expect(await busbar.trail(checkoutEvents.orderPlaced)).toHaveLength(1);
  });

  for (const { service, told, undone } of [
    { service: 'stock', told: 'Our warehouse did not answer in time.', undone: ['openOrder'] },
    { service: 'payment', told: 'Our payment service did not answer in time.', undone: ['reserveStock', 'openOrder'] },
    { service: 'orders', told: 'We could not confirm it.', undone: ['takePayment', 'reserveStock', 'openOrder'] },
  ]) {
    test(`the bundle of ${service} fails to load: the customer is told, and nothing is half done`, async ({
      openShop,
      busbar,
      page,
      expectMessage,
    }) => {
      // Tried again when somebody goes to another page.
      for (const message of [/^error: Failed to load resource/, new RegExp(`^error: .*'${service}' died`)]) {
        for (let times = 0; times < 2; times++) expectMessage(message);
      }
      await page.route(`**/micro-frontends/services/${service}.js*`, (route) => route.abort());
      const { checkout, submit, addButton } = await openShop();
      await addButton('Desk lamp').click();
      await submit();
      await expectCancelled(checkout);
      await expect(checkout.getByText(told, { exact: true })).toBeVisible();
      expect(await stepsUndone(busbar)).toEqual(undone);
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

  test('an undo that fails is a dead letter that says all; after a reload it can be redriven', async ({
    openShop,
    busbar,
    page,
    expectMessage,
  }) => {
    test.slow(); // each try of the undo waits for the stock that is gone
    for (let times = 0; times < 2; times++) expectMessage(/^uncaught: BusError: .*"saga:undoFailed"/);
    await bringUnmounting(page);
    const { checkout, trail, submit, happened } = await openWithLamp(openShop);
    await unmount(page, 'payment');
    await submit();
    await busbar.expectEvent(sagaEvents.stepDone, { step: 'reserveStock' });
    await unmount(page, 'stock');
    await expectCancelled(checkout);
    await expect(checkout).toContainText('We could not take everything back by ourselves.');
    const number = await numberOf(busbar);
    await expect(happened).toContainText(`Could not be undone: placeOrder ${number}, reserveStock`);
    await page.reload();
    await page.getByRole('button', { name: 'Event trail' }).click();
    await trail.getByRole('tab', { name: 'Dead letters' }).click();
    const letter = trail.getByRole('listitem').filter({ hasText: 'saga:undoFailed' });
    await letter.getByText('Payload').click();
    for (const told of ['"reserveStock"', '"takePayment"', number, '"reservedAt"']) await expect(letter).toContainText(told);
    await letter.getByRole('button', { name: /^Redrive/ }).click();
    await expect(checkout).toContainText('You pay nothing, and your cart is as it was.');
    await expect(letter).toHaveCount(0);
    expect((await busbar.trail(sagaEvents.undone)).map(({ data }) => data.id)).toEqual([number]);
    expect((await busbar.trail(stock.release.replied)).map(({ data }) => data)).toEqual([{ number, released: true }]);
  });

  test('unmounted in the middle of an order, services and saga leave nothing behind; the next visit finishes it', async ({
    openShop,
    busbar,
    page,
  }) => {
    await bringUnmounting(page);
    const { profile, cart, submit, addButton, link } = await openShop();
    await addButton('Desk lamp').click();
    await submit();
    await busbar.expectEvent(sagaEvents.stepStarted, { step: 'takePayment' });
    const number = await numberOf(busbar);
    await unmount(page, ...behindTheCounter);
    const mark = await busbar.mark();
    expect(await leftOf(page, behindTheCounter)).toEqual({ subscriptions: [], locks: [] });
    await link('Shop').click();
    await addButton('Stove kettle').click();
    await expect(cart.getByRole('status')).toContainText('2 items');
    expect(await busbar.trail(({ source }) => behindTheCounter.includes(source), { since: mark })).toEqual([]);
    await page.reload();
    await link('Profile').click();
    await expect(profile.getByRole('article', { name: `Order ${number}` })).toContainText('Confirmed', { timeout: 20_000 });
    expect(await busbar.trail(payment.capture.replied)).toHaveLength(1);
  });

  test('the trail shows the whole chain as a tree, from the button to the last effect', async ({ openShop, busbar }) => {
    const { page, trail, addButton, order } = await openShop();
    await page.getByRole('button', { name: 'Event trail' }).click();
    await trail.getByRole('button', { name: 'Tree' }).click();
    await addButton('Desk lamp').click();
    const number = await order();
    await busbar.expectEvent(notifications.confirmationSent, { number });
    const start = ['checkout:orderSubmitted', 'saga:started', 'saga:stepStarted'];
    for (const end of [
      ['stock:reservationRequested', 'stock:reservationReplied'],
      ['payment:captureRequested', 'payment:captureReplied'],
      ['orders:confirmationRequested', 'orders:confirmationReplied'],
      ['checkout:orderPlaced', 'cart:changed'],
      ['checkout:confirmationIssued', 'notifications:confirmationSent'],
    ]) {
      const path = [...start, ...end].map((type) => `[data-type="${type}"]`).join(' ');
      await expect(trail.locator(path), end.join(' → ')).toHaveCount(1);
    }
    const saga = trail.getByRole('list', { name: /^Effects of saga:started/ });
    await expect(saga.getByText(`placeOrder ${number}, takePayment`, { exact: true })).toHaveCount(2);
    await expect(saga.locator(':scope > [data-type="saga:stepDone"]')).toHaveCount(steps.length);
  });
});

/** Makes timers of two seconds and more take a hundred times as long on a page, so that its time-outs do not come. */
async function makePatient(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const usual = globalThis.setTimeout;
    const patient = (handler: () => void, delay = 0) => usual(handler, delay < 2_000 ? delay : delay * 100);
    globalThis.setTimeout = patient as typeof setTimeout;
  });
}

/** What micro-frontends left on the page: who of them still listens, and which locks of sagas are held or waited for. */
function leftOf(page: Page, names: readonly string[]): Promise<{ subscriptions: string[]; locks: string[] }> {
  return page.evaluate(async (names) => {
    const { createBus } = (globalThis as unknown as { Busbar: typeof Core }).Busbar;
    const { subscriptions } = createBus({ source: 'spec' }).metrics();
    const { held = [], pending = [] } = await navigator.locks.query();
    return {
      subscriptions: subscriptions
        .filter(({ source }) => names.includes(source))
        .map(({ source, target }) => `${source} ${target}`),
      locks: [...held, ...pending].map(({ name = '' }) => name).filter((name) => name.startsWith('busbar-saga')),
    };
  }, names);
}

import type * as Core from '@busbar/core';
import { sagaEvents } from '@busbar/patterns';
import { expect, type Page } from '@playwright/test';
import { checkout as checkoutEvents, payment } from 'contracts';
import { expectConfirmed, openWithLamp, orderSteps, stepsDone, submittedNumber } from '../fixtures/order-saga.ts';
import { test } from '../fixtures/shop-test.ts';
import { shopper } from '../fixtures/shopper.ts';
import { bringUnmounting, unmount } from '../fixtures/unmount.ts';

const behindTheCounter = ['checkout/order-saga', 'stock', 'payment', 'orders', 'notifications'];

test.describe('The saga of an order goes on elsewhere', () => {
  test('reload in the middle: the order is finished after the reload, and paid once', async ({ openShop, busbar }) => {
    const { page, checkout, submit, toggle, happened } = await openWithLamp(openShop);
    await toggle('Reload in the middle');
    const reloaded = page.waitForEvent('load');
    await submit();
    await reloaded;
    await expectConfirmed(checkout);
    const number = await submittedNumber(busbar);
    expect(await stepsDone(busbar)).toEqual(orderSteps);
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
    expect(await stepsDone(busbar)).toEqual(orderSteps);
    expect(await busbar.trail(sagaEvents.started)).toHaveLength(1);
    expect(await busbar.trail(payment.capture.requested)).toHaveLength(1);
  });

  test('a tab that was open already tells of an order that another one placed once it is shown again', async ({
    openShop,
    busbar,
    context,
  }) => {
    const other = shopper(await context.newPage());
    const { page, checkout, submit, addButton } = await openShop();
    await other.page.goto(new URL('/profile', page.url()).href);
    await expect(other.profile).toContainText('You have not ordered anything yet.');
    await addButton('Desk lamp').click();
    await submit();
    await expectConfirmed(checkout);
    const order = other.profile.getByRole('article', { name: `Order ${await submittedNumber(busbar)}` });
    await other.page.evaluate(() => document.dispatchEvent(new Event('visibilitychange')));
    await expect(order).toContainText('Confirmed');
    expect(await busbar.trail(checkoutEvents.orderPlaced)).toHaveLength(1);
  });

  test('a tab that is closed in the middle of a step hands over to another one', async ({ openShop, busbar, context, page }) => {
    await makePatient(page); // else it may give up before the other one is there
    const { submit, toggle } = await openWithLamp(openShop);
    await toggle('Stock times out');
    await submit();
    await busbar.expectEvent(sagaEvents.stepStarted, { step: 'reserveStock' });
    const number = await submittedNumber(busbar);
    const other = shopper(await context.newPage());
    await other.page.goto(new URL('/profile', page.url()).href);
    const order = other.profile.getByRole('article', { name: `Order ${number}` });
    await expect(order).toContainText('In progress');
    await page.close();
    await expect(order).toContainText('Confirmed', { timeout: 20_000 });
    expect(await busbar.trail(payment.capture.replied)).toHaveLength(1);
    expect(await busbar.trail(checkoutEvents.orderPlaced)).toHaveLength(1);
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
    const number = await submittedNumber(busbar);
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

import { expect } from '@playwright/test';
import { test } from '../fixtures/shop-test.ts';

test.describe('Who listens to what, and how they do: the subscriptions', () => {
  test('they are listed by micro-frontend, and counted live, each in its place', async ({ openShop }) => {
    const { page, trail, addButton, link } = await openShop();
    await page.getByRole('button', { name: 'Event trail' }).click();
    await trail.getByRole('tab', { name: 'Subscriptions' }).click();
    await expect(trail.getByRole('row', { name: /^cart 5 subscriptions$/ })).toBeVisible();
    await expect(trail.getByRole('row', { name: /^checkout:orderPlaced checkout\/ledger, id \d+ Idle 0/ })).toBeVisible();
    const row = await trail
      .getByRole('row', { name: /^cart:itemAdded id \d+ Idle 0 0 –/ })
      .first()
      .elementHandle();
    await addButton('Desk lamp').click();
    await expect.poll(() => row?.textContent()).toMatch(/^cart:itemAdded id \d+Idle10/);
    const checkout = trail.getByRole('row', { name: /^checkout \d+ subscriptions$/ });
    const count = async () => Number(/\d+/.exec((await checkout.textContent()) ?? '')?.[0]);
    const always = await count(); // those of its ledger and its saga
    await link('Checkout').click();
    await expect.poll(count).toBe(always + 4);
    await link('Shop').click();
    await expect.poll(count).toBe(always);
    await trail.getByRole('searchbox', { name: 'Filter the subscriptions' }).fill('ledger');
    await expect(trail.getByRole('rowheader')).toHaveText([
      /^checkout:orderSubmitted/,
      /^checkout:orderPlaced/,
      /^checkout:orderCancelled/,
      /^saga:completed/,
      /^saga:undone/,
    ]);
  });

  test('a slow checkout queues up, is told to lag, and recovers', async ({ openShop }) => {
    const { page, trail, switches, addButton, line, link } = await openShop();
    const subscriptions = trail.getByRole('tab', { name: /^Subscriptions/ });
    const more = line('Desk lamp').getByRole('button', { name: 'One more' });
    await addButton('Desk lamp').click();
    await link('Checkout').click();
    for (const panel of ['Switches', 'Event trail']) await page.getByRole('button', { name: panel, exact: true }).click();
    await switches.getByRole('switch', { name: 'Checkout is slow' }).click();
    await subscriptions.click();
    await expect(async () => {
      await more.click();
      await expect(trail.getByRole('row', { name: /^cart:changed id \d+ Lagging \d+ [1-9]\d* [\d.]+ s/ })).toBeVisible({
        timeout: 400,
      });
    }).toPass({ intervals: [100] });
    await expect(trail.getByRole('row', { name: /^checkout \d+ subscriptions, \d+ events? waits?, 1 lagging$/ })).toBeVisible();
    await expect(subscriptions).toHaveAccessibleName('Subscriptions 1 lagging');
    await expect(switches).toContainText(/checkout lags: cart:changed has waited [\d.]+\ss, with \d+ in the queue\./);
    await switches.getByRole('switch', { name: 'Checkout is slow' }).click();
    await expect(async () => {
      await more.click();
      await expect(subscriptions).toHaveAccessibleName('Subscriptions', { timeout: 400 });
    }).toPass({ intervals: [100] });
    await expect(switches).toContainText('checkout keeps up with cart:changed again.');
    await trail.getByRole('tab', { name: 'Events' }).click();
    const told = trail.getByRole('listitem').filter({ hasText: 'from busbar' });
    await expect(told).toHaveText([/busbar:recovered.*because of cart:changed/, /busbar:lagging.*because of cart:changed/]);
  });
});

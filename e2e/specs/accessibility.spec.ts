import { AxeBuilder } from '@axe-core/playwright';
import { expect, type Page } from '@playwright/test';
import { addLaggingSubscription } from '../fixtures/lagging-subscription.ts';
import { shopAddress, test } from '../fixtures/shop-test.ts';
import type { Shopper } from '../fixtures/shopper.ts';

const sizes = { narrow: { width: 360, height: 740 }, desktop: { width: 1280, height: 900 } };

for (const [size, viewport] of Object.entries(sizes)) {
  for (const colorScheme of ['light', 'dark'] as const) {
    test.describe(`axe finds nothing: ${size}, ${colorScheme}`, () => {
      // Colours on their way from one to the other are nobody's choice, and begin whenever the pointer is looked for.
      test.use({ viewport, colorScheme, contextOptions: { reducedMotion: 'reduce' } });

      test('on every page, empty and filled, with a problem in the form', async ({ openShop }) => {
        const shopper = await openShop();
        const { page, addButton, link, checkout, profile } = shopper;
        await expectNoViolations(page, 'the products');
        await link('Checkout').click();
        await expect(checkout.getByRole('heading', { name: 'There is nothing to check out yet' })).toBeVisible();
        await expectNoViolations(page, 'checkout, empty');
        await link('Profile').click();
        await expect(profile.getByText('You have not ordered anything yet.')).toBeVisible();
        await expectNoViolations(page, 'profile, empty');
        await link('Shop').click();
        for (const product of ['Desk lamp', 'Stove kettle']) await addButton(product).click();
        await expectNoViolations(page, 'the products with a cart');
        await link('Checkout').click();
        await checkout.getByRole('button', { name: 'Place order' }).click();
        await expect(checkout.getByText('Enter your name')).toBeVisible();
        await expectNoViolations(page, 'checkout with problems');
        await page.goto(new URL('/nowhere', page.url()).href);
        await expectNoViolations(page, 'not found');
      });

      test('with an order under way, one that came to nothing, and one that was placed', async ({ openShop }) => {
        const { page, addButton, link, switches, checkout, submit, order, profile } = await openShop();
        await page.getByRole('button', { name: 'Switches' }).click();
        await switches.getByRole('switch', { name: 'Stock times out' }).click();
        await page.keyboard.press('Escape');
        await addButton('Desk lamp').click();
        await submit();
        await expect(checkout.getByText('Reserving your items', { exact: true })).toBeVisible();
        await expectNoViolations(page, 'an order under way');
        await expect(checkout.getByRole('button', { name: 'Try again' })).toBeVisible({ timeout: 20_000 });
        await expectNoViolations(page, 'an order that came to nothing');
        await page.reload();
        await link('Shop').click();
        const number = await order();
        await expectNoViolations(page, 'the confirmation');
        await link('Profile').click();
        await expect(profile.getByRole('article', { name: `Order ${number}` })).toBeVisible();
        await expectNoViolations(page, 'profile with orders');
      });

      test('with the trail, the dead letters and the switches open', async ({ openShop, expectMessage }) => {
        expectMessage(/refused-plain-event/);
        const shopper = await openShop();
        const { page, switches, trail } = shopper;
        await page.getByRole('button', { name: 'Switches' }).click();
        await switches.getByRole('button', { name: 'Send malformed' }).click();
        await switches.getByRole('switch', { name: 'Checkout is slow' }).click();
        await expectNoViolations(page, 'the switches');
        await page.getByRole('button', { name: 'Event trail' }).click();
        await shopper.addButton('Desk lamp').click();
        await trail.getByRole('tabpanel', { name: 'Events' }).getByText('cart:itemAdded', { exact: true }).click();
        await expectNoViolations(page, 'the trail');
        await trail.getByRole('button', { name: 'Tree' }).click();
        await expect(trail.getByRole('list', { name: /^Effects of cart:itemAdded/ })).toBeVisible();
        await trail.getByRole('searchbox', { name: 'Filter the events' }).fill('changed');
        await expectNoViolations(page, 'the trail as a tree, filtered');
        await trail.getByRole('tab', { name: 'Dead letters' }).click();
        await expect(trail.getByRole('button', { name: /^Discard/ })).toBeVisible();
        await expectNoViolations(page, 'the dead letters');
      });

      test('with the subscriptions open, of which one lags', async ({ openShop }) => {
        const { page, trail } = await openShop();
        await page.getByRole('button', { name: 'Event trail' }).click();
        await trail.getByRole('tab', { name: 'Subscriptions' }).click();
        await addLaggingSubscription(page);
        const row = trail.getByRole('row', { name: /^test:pinged id \d+ (Lagging|Was lagging)/ });
        await expect(row).toBeVisible();
        await row.scrollIntoViewIfNeeded();
        await expectNoViolations(page, 'the subscriptions');
      });

      test('without the bus', async ({ page, expectMessage }) => {
        for (const message of [/^error: Failed to load resource/, /^uncaught: BusError: .+ window\.Busbar, and there is none/])
          expectMessage(message);
        await page.route('**/busbar.js', (route) => route.abort());
        await page.goto(shopAddress());
        await expect(page.getByRole('alert')).toBeVisible();
        await expectNoViolations(page, 'the shop that could not be loaded');
      });

      test('with the cart in view', async ({ openShop }) => {
        const shopper: Shopper = await openShop();
        await shopper.addButton('Desk lamp').click();
        await shopper.page.getByRole('button', { name: /^Cart, items: 1/ }).click();
        await expect(shopper.cart).toBeFocused();
        await expectNoViolations(shopper.page, 'the cart');
      });
    });
  }
}

async function expectNoViolations(page: Page, where: string): Promise<void> {
  // Settled, not all: one that is cancelled, as by an element that goes, rejects and is over all the same.
  await page.evaluate(() => Promise.allSettled(document.getAnimations().map(({ finished }) => finished)));
  const { violations, passes } = await new AxeBuilder({ page }).analyze();
  const found = violations.map(({ id, nodes }) => ({
    id,
    nodes: nodes.map(({ html, any }) => `${html} ${any[0]?.message ?? ''}`),
  }));
  expect.soft(found, where).toEqual([]);
  expect(passes.map(({ id }) => id)).toContain('color-contrast');
}

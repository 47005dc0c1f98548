import { expect } from '@playwright/test';
import { test } from '../fixtures/shop-test.ts';

test.describe('Every event says where it came from: the event trail', () => {
  test('it lists what happened, by whom and why, live', async ({ openShop }) => {
    const { page, trail, addButton, line } = await openShop();
    await page.getByRole('button', { name: 'Event trail' }).click();
    await addButton('Desk lamp').click();
    await line('Desk lamp').getByRole('button', { name: 'One more' }).click();
    const events = trail.getByRole('listitem');
    await expect(events.filter({ hasText: /cart:itemAdded\s*v2/ })).toContainText('from shell');
    await expect(events.filter({ hasText: /cart:quantityChanged\s*v1/ })).toContainText('from cart');
    await expect(events.filter({ hasText: 'because of' })).toHaveText([
      /cart:changed.*from cart.*because of cart:quantityChanged #\d+/,
      /cart:changed.*from cart.*because of cart:itemAdded #\d+/,
    ]);
  });

  test('an order is told from checkout to ledger to cart, each with its cause; personal data is masked', async ({ openShop }) => {
    const { page, trail, addButton, order, link, profile } = await openShop();
    await page.getByRole('button', { name: 'Event trail' }).click();
    await addButton('Desk lamp').click();
    await order();
    const events = trail.getByRole('listitem');
    await expect(events.filter({ hasText: /checkout:orderPlaced.*from checkout/ })).not.toHaveCount(0);
    await expect(
      events.filter({ hasText: /checkout:ordersChanged.*from checkout\/ledger.*because of checkout:orderPlaced/ }),
    ).toHaveCount(1);
    await expect(events.filter({ hasText: /cart:changed.*from cart.*because of checkout:orderPlaced/ })).toHaveCount(1);
    await link('Profile').click();
    await profile.getByRole('textbox', { name: 'Full name' }).fill('Ada Canary');
    await profile.getByRole('button', { name: 'Save details' }).click();
    const personal = events.filter({ hasText: 'profile:detailsChanged' }).first();
    await personal.getByText('profile:detailsChanged').click();
    await expect(personal).toContainText('Personal data: the values are not shown.');
    await expect(trail).not.toContainText('Canary');
  });

  test('it can be filtered, paused and cleared', async ({ openShop }) => {
    const { page, trail, addButton } = await openShop();
    await page.getByRole('button', { name: 'Event trail' }).click();
    await addButton('Desk lamp').click();
    await trail.getByRole('searchbox', { name: 'Filter the events' }).fill('itemAdded');
    await expect(trail.getByRole('listitem').filter({ visible: true })).toHaveText([
      /cart:changed.*because of cart:itemAdded/,
      /cart:itemAdded/,
    ]);
    await trail.getByRole('button', { name: 'Pause' }).click();
    await addButton('Desk lamp').click();
    await expect(trail.getByRole('button', { name: 'Paused, 2 waiting' })).toBeVisible();
    await expect(trail.getByRole('listitem').filter({ visible: true })).toHaveCount(2);
    await trail.getByRole('button', { name: 'Clear' }).click();
    await expect(trail.getByText('No event to show.')).toBeVisible();
  });

  test('as a tree it nests effects below their causes, folds them away, and is a tree again after a reload', async ({
    openShop,
  }) => {
    const { page, trail, addButton, line } = await openShop();
    await page.getByRole('button', { name: 'Event trail' }).click();
    await trail.getByRole('button', { name: 'Tree' }).click();
    await addButton('Desk lamp').click();
    await line('Desk lamp').getByRole('button', { name: 'One more' }).click();
    const effects = trail.getByRole('list', { name: /^Effects of cart:itemAdded #\d+$/ });
    await expect(effects.getByRole('listitem')).toHaveText([/cart:changed.*from cart/]);
    const fold = trail.getByRole('button', { name: /^1 effect of cart:itemAdded/ });
    await fold.press('Enter');
    await expect(fold).toHaveAttribute('aria-expanded', 'false');
    await expect(effects).toBeHidden();
    await page.reload();
    await page.getByRole('button', { name: 'Event trail' }).click();
    await expect(trail.getByRole('list', { name: 'Events below their causes, newest first' })).toBeVisible();
  });
});

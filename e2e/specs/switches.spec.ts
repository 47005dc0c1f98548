import { expect } from '@playwright/test';
import { checkout as checkoutEvents } from 'contracts';
import { test } from '../fixtures/shop-test.ts';
import type { Shopper } from '../fixtures/shopper.ts';

async function open({ page, switches }: Shopper) {
  await page.getByRole('button', { name: 'Switches' }).click();
  return switches.getByRole('status', { name: 'What happened' });
}

test.describe('The switches: one goes wrong, the others go on', () => {
  test('profile throws: the page says so, cart and checkout go on, and what it missed is sent again', async ({
    openShop,
    expectMessage,
  }) => {
    const shopper = await openShop();
    const { page, switches, trail, profile, addButton, order, line, link } = shopper;
    const happened = await open(shopper);
    await switches.getByRole('switch', { name: 'Profile throws' }).click();
    await expect(happened).toContainText('Profile now throws at whatever it hears.');
    await addButton('Desk lamp').click();
    const number = await order();
    for (const what of ['orderSubmitted', 'orderPlaced', 'ordersChanged']) {
      expectMessage(new RegExp(`^uncaught: BusError: The handler of "profile" for "checkout:${what}".* failed`));
    }
    await link('Profile').click();
    await expect(profile.getByRole('status').filter({ hasText: 'Profile is having trouble' })).toBeVisible();
    await expect(happened).toContainText('profile failed to handle checkout:orderPlaced; the others got it.');
    await link('Shop').click();
    await addButton('Stove kettle').click();
    await expect(line('Stove kettle')).toBeVisible();
    await link('Profile').click();
    for (const what of ['orderSubmitted', 'orderPlaced', 'ordersChanged']) {
      expectMessage(new RegExp(`^uncaught: BusError: The handler of "profile" for "checkout:${what}".* failed`));
    }
    await expect(happened.getByText('profile failed to handle checkout:orderPlaced')).toHaveCount(2);
    await switches.getByRole('switch', { name: 'Profile throws' }).click();
    await expect(happened).toContainText('Profile is well again.');
    await page.getByRole('button', { name: 'Event trail' }).click();
    await trail.getByRole('tab', { name: 'Dead letters' }).click();
    await trail
      .getByRole('button', { name: /^Redrive.*checkout:orderPlaced/ })
      .first()
      .click();
    await expect(profile.getByText(`New order ${number}`)).toBeVisible();
  });

  test('checkout is slow: it says that it takes longer, and the cart answers at once', async ({ openShop }) => {
    const shopper = await openShop();
    const { switches, checkout, cart, line, addButton, link } = shopper;
    await addButton('Desk lamp').click();
    await link('Checkout').click();
    const summary = checkout.getByRole('region', { name: 'Your order' });
    await expect(summary).toContainText('€129.00');
    const happened = await open(shopper);
    await switches.getByRole('switch', { name: 'Checkout is slow' }).click();
    await expect(happened).toContainText('Checkout now takes two seconds for each event.');
    for (const sum of ['€258.00', '€387.00']) {
      await line('Desk lamp').getByRole('button', { name: 'One more' }).click();
      await expect(cart.getByRole('status')).toContainText(sum, { timeout: 1_000 });
      await expect(summary).toContainText('€129.00', { timeout: 1 });
    }
    await expect(checkout.getByText('Checkout is taking longer than usual.')).toBeVisible();
    await expect(summary).toContainText('€387.00');
    await expect(checkout.getByText('Checkout is taking longer than usual.')).toBeHidden();
  });

  test('checkout is slow: an order is kept all the same, though the page is loaded anew at once', async ({
    openShop,
    busbar,
  }) => {
    const shopper = await openShop();
    const { page, switches, checkout, profile, addButton, link, fillDelivery } = shopper;
    await addButton('Desk lamp').click();
    await link('Checkout').click();
    await fillDelivery();
    const happened = await open(shopper);
    await switches.getByRole('switch', { name: 'Checkout is slow' }).click();
    await expect(happened).toContainText('Checkout now takes two seconds for each event.');
    await checkout.getByRole('button', { name: 'Place order' }).click();
    const { number } = (await busbar.expectEvent(checkoutEvents.orderSubmitted)).data;
    await page.reload();
    await link('Profile').click();
    await expect(profile.getByRole('article', { name: `Order ${number}` })).toContainText('Desk lamp');
  });

  test('plain script: a malformed event is refused with the field’s path, a well-formed one is taken', async ({
    openShop,
    expectMessage,
  }) => {
    expectMessage(/^warning: \[busbar refused-plain-event cart:itemAdded\]/);
    const shopper = await openShop();
    const { switches, cart, line } = shopper;
    const happened = await open(shopper);
    await switches.getByRole('button', { name: 'Send malformed' }).click();
    await expect(happened).toContainText('cart:itemAdded from window was refused and reached nobody. sku:');
    await expect(cart.getByRole('status')).toContainText('0 items');
    await switches.getByRole('button', { name: 'Send well-formed' }).click();
    await expect(happened).toContainText('Dipped mug is in the cart.');
    await expect(line('Dipped mug')).toBeVisible();
  });

  test('an older core: both versions share one hub and hear each other', async ({ openShop, expectMessage }) => {
    expectMessage(/^warning: \[busbar version-skew\]/);
    const shopper = await openShop();
    const { page, switches, addButton, line } = shopper;
    const happened = await open(shopper);
    await switches.getByRole('button', { name: 'Start an older core' }).click();
    await expect(happened).toContainText(/Cores of the versions .*0\.0\.9.* share one hub\./);
    await expect(happened).toContainText('The older one heard “Good morning”, the shell heard “And to you”.');
    await addButton('Desk lamp').click();
    await expect(switches.getByText('The older copy has heard 2 cart events.')).toBeVisible();
    await expect(line('Desk lamp')).toBeVisible();
    await expect(page.getByRole('button', { name: 'Running' })).toBeDisabled();
  });
});

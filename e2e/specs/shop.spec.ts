import type * as Core from '@busbar/core';
import { expect, type Page, type Route } from '@playwright/test';
import { test } from '../fixtures/shop-test.ts';
import { orderNumberIn, shopper } from '../fixtures/shopper.ts';

const withoutBusbar: Record<string, (route: Route) => Promise<void>> = {
  'it cannot be reached': (route) => route.abort(),
  'it is not there': (route) => route.fulfill({ status: 404, body: 'Not found' }),
  'a page is sent in its place': (route) => route.fulfill({ contentType: 'text/html', body: '<!doctype html>' }),
};

test('by mouse: browse, add, change, remove, check out, order, and see the order in the profile', async ({ openShop }) => {
  const { page, cart, checkout, profile, addButton, line, link, fillDelivery } = await openShop();
  await test.step('browse and add', async () => {
    expect(await page.getByRole('region', { name: 'Shop' }).getByRole('listitem').count()).toBeGreaterThanOrEqual(24);
    for (const product of ['Desk lamp', 'Stove kettle', 'Desk lamp', 'Dipped mug']) await addButton(product).click();
    await expect(cart.getByRole('status')).toHaveText('4 items in the cart, €371.00');
    await expect(page.getByRole('button', { name: 'Cart, items: 4 €371.00' })).toBeVisible();
  });
  await test.step('change and remove', async () => {
    await line('Stove kettle').getByRole('button', { name: 'One more Stove kettle' }).click();
    await line('Desk lamp').getByRole('button', { name: 'One fewer Desk lamp' }).click();
    await line('Dipped mug').getByRole('spinbutton', { name: 'Quantity of Dipped mug' }).fill('6');
    await line('Desk lamp').getByRole('button', { name: 'Remove Desk lamp' }).click();
    await expect(cart.getByRole('list').getByRole('listitem')).toHaveCount(2);
    await expect(line('Stove kettle')).toContainText('€178.00');
    await expect(line('Dipped mug')).toContainText('€144.00');
  });
  await test.step('check out, which mounts late and knows the cart', async () => {
    await cart.getByRole('link', { name: 'Check out' }).click();
    const order = checkout.getByRole('region', { name: 'Your order' });
    await expect(order.getByRole('listitem')).toHaveText([/2.*Stove kettle.*€178\.00/, /6.*Dipped mug.*€144\.00/]);
    await expect(order).toContainText('€322.00');
    await fillDelivery();
    await checkout.getByRole('button', { name: 'Place order' }).click();
  });
  await test.step('the order in the profile, which mounts later still', async () => {
    const number = await orderNumberIn(checkout);
    await expect(cart.getByText('Your cart is empty')).toBeVisible();
    await checkout.getByRole('link', { name: 'See your orders' }).click();
    const placed = profile.getByRole('article', { name: `Order ${number}` });
    await expect(placed.getByRole('listitem')).toHaveText([/2.*Stove kettle.*€178\.00/, /6.*Dipped mug.*€144\.00/]);
    await expect(link('Profile')).toHaveAttribute('aria-current', 'page');
  });
});

test('after a reload the cart and the orders are there', async ({ openShop }) => {
  const { page, addButton, line, order, profile, link } = await openShop();
  await addButton('Casserole').click();
  const number = await order();
  await link('Shop').click();
  await addButton('Desk lamp').click();
  await line('Desk lamp').getByRole('button', { name: 'One more' }).click();
  await expect(line('Desk lamp')).toContainText('€258.00');
  await page.reload();
  await expect(line('Desk lamp')).toContainText('€258.00');
  await expect(line('Casserole')).toHaveCount(0);
  await link('Profile').click();
  await expect(profile.getByRole('article', { name: `Order ${number}` })).toContainText('Casserole');
});

test('an order is new the first time that the profile shows it, and not again', async ({ openShop }) => {
  const { addButton, order, profile, link } = await openShop();
  await addButton('Desk lamp').click();
  const number = await order();
  await link('Profile').click();
  await expect(profile.getByText(`New order ${number}`)).toBeVisible();
  await link('Shop').click();
  await link('Profile').click();
  await expect(profile.getByRole('article', { name: `Order ${number}`, exact: true })).toBeVisible();
  await expect(profile.getByText(/^New/)).toHaveCount(0);
});

test('an event of version 1 tells no price: the cart finds it out, or says that it is unknown and cannot be ordered', async ({
  openShop,
}) => {
  const { page, cart, checkout, line, link, fillDelivery } = await openShop();
  await addByVersion1(page, { sku: 'kettle-02', quantity: 2 });
  await expect(line('Stove kettle')).toContainText('€178.00');
  await addByVersion1(page, { sku: 'rarity-01', quantity: 1 });
  await expect(line('rarity-01')).toContainText('Price unknown');
  await expect(cart.getByText('Not in the subtotal, since no price is known: rarity-01.')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Cart, items: 3 €178.00 and more' })).toBeVisible();
  await link('Checkout').click();
  await fillDelivery();
  const problem = checkout.getByText('What has no price cannot be ordered.');
  await expect(problem).toContainText('Please take out of the cart: rarity-01.');
  await expect(checkout.getByRole('button', { name: 'Place order' })).toHaveAttribute('aria-disabled', 'true');
  await line('rarity-01').getByRole('button', { name: 'Remove' }).click();
  await expect(problem).toBeHidden();
  await checkout.getByRole('button', { name: 'Place order' }).click();
  await expect(checkout.getByRole('heading', { name: 'Thank you, your order is placed' })).toBeVisible();
});

test('late is fine: each page opened by its own address knows what the others kept', async ({ openShop }) => {
  const { page, addButton, order, cart } = await openShop();
  await addButton('Desk lamp').click();
  const number = await order();
  await shopper(page).link('Shop').click();
  await addButton('Stove kettle').click();
  await expect(cart.getByRole('status')).toHaveText('1 item in the cart, €89.00');
  const atCheckout = await openShop('/checkout');
  await expect(atCheckout.checkout.getByRole('region', { name: 'Your order' })).toContainText('Stove kettle');
  const atProfile = await openShop('/profile');
  await expect(atProfile.profile.getByRole('article', { name: `Order ${number}` })).toContainText('Desk lamp');
});

test('an address that is no page says so, and the cart is there all the same', async ({ openShop }) => {
  const { page, cart } = await openShop('/nowhere');
  await expect(page.getByRole('heading', { name: 'There is nothing at this address' })).toBeVisible();
  await expect(cart.getByText('Your cart is empty')).toBeVisible();
});

for (const [how, answer] of Object.entries(withoutBusbar)) {
  test(`without /busbar.js the page says what to do, and the next load has the shop: ${how}`, async ({
    page,
    openShop,
    expectMessage,
  }) => {
    await (await openShop()).addButton('Desk lamp').click();
    await page.route('**/busbar.js', answer);
    for (const message of [
      /^error: Failed to load resource|^uncaught: SyntaxError/,
      /^uncaught: BusError: .+ window\.Busbar, and there is none/,
    ])
      expectMessage(message);
    await page.reload();
    const failure = page.getByRole('alert').filter({ hasText: 'The shop could not be loaded' });
    await expect(failure).toContainText('did not arrive: /busbar.js');
    await expect(page.getByRole('button')).toHaveText(['Load the page again']);
    await page.unroute('**/busbar.js');
    await failure.getByRole('button', { name: 'Load the page again' }).click();
    await expect(page.getByRole('button', { name: 'Cart, items: 1 €129.00' })).toBeVisible();
    await expect(failure).toBeHidden();
  });
}

/** What a micro-frontend does that was built when lines had neither a name nor a price. */
async function addByVersion1(page: Page, line: { sku: string; quantity: number }): Promise<void> {
  await page.evaluate((line) => {
    const { createBus, defineEvent } = (globalThis as unknown as { Busbar: typeof Core }).Busbar;
    const schema = { '~standard': { version: 1, vendor: 'spec', validate: (value: unknown) => ({ value }) } } as const;
    createBus({ source: 'older-team' }).emit(defineEvent('cart:itemAdded', { version: 1, schema }), line);
  }, line);
}

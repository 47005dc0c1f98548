import { expect } from '@playwright/test';
import { tabTo } from '../fixtures/keyboard.ts';
import { test } from '../fixtures/shop-test.ts';
import { answers, orderNumberIn } from '../fixtures/shopper.ts';

test('by keyboard alone: browse, add, change, remove, check out, order, and see the order in the profile', async ({
  openShop,
}) => {
  const { page, cart, checkout, profile, addButton, line } = await openShop();
  const { keyboard } = page;
  await test.step('skip to the content, then browse and add', async () => {
    await tabTo(page.getByRole('link', { name: 'Skip to the content' }));
    await keyboard.press('Enter');
    await tabTo(addButton('Stove kettle'));
    await keyboard.press('Enter');
    await tabTo(addButton('Dipped mug'));
    await keyboard.press('Space');
    await expect(cart.getByRole('status')).toHaveText('2 items in the cart, €113.00');
  });
  await test.step('change and remove', async () => {
    await tabTo(line('Stove kettle').getByRole('button', { name: 'One more' }));
    await keyboard.press('Enter');
    await expect(line('Stove kettle')).toContainText('€178.00');
    await tabTo(line('Stove kettle').getByRole('spinbutton'), 'Shift+Tab');
    await keyboard.type('3');
    await expect(line('Stove kettle')).toContainText('€267.00');
    await tabTo(line('Dipped mug').getByRole('button', { name: 'Remove' }));
    await keyboard.press('Enter');
    await expect(line('Dipped mug')).toHaveCount(0);
    await expect(cart.getByRole('heading', { name: 'Your cart' })).toBeFocused();
  });
  await test.step('check out', async () => {
    await tabTo(cart.getByRole('link', { name: 'Check out' }));
    await keyboard.press('Enter');
    await expect(checkout).toBeFocused();
    for (const [label, answer] of Object.entries(answers)) {
      await tabTo(checkout.getByRole('textbox', { name: label }));
      await keyboard.type(answer);
    }
    await keyboard.press('Enter');
    await expect(checkout.getByRole('heading', { name: 'Placing your order' })).toBeFocused();
    await expect(checkout.getByRole('heading', { name: 'Thank you, your order is placed' })).toBeFocused({ timeout: 20_000 });
  });
  await test.step('the profile', async () => {
    const number = await orderNumberIn(checkout);
    await tabTo(checkout.getByRole('link', { name: 'See your orders' }));
    await keyboard.press('Enter');
    await expect(profile).toBeFocused();
    await expect(profile.getByRole('article', { name: `Order ${number}` })).toContainText('€267.00');
  });
});

test('an answer that is missing gets the focus and says what it wants', async ({ openShop }) => {
  const { page, checkout, addButton, link } = await openShop();
  await addButton('Desk lamp').click();
  await link('Checkout').click();
  await tabTo(checkout.getByRole('textbox', { name: 'Full name' }));
  await page.keyboard.press('Enter');
  const name = checkout.getByRole('textbox', { name: 'Full name' });
  await expect(name).toBeFocused();
  await expect(name).toHaveAccessibleDescription('Enter your name');
});

test('on a narrow page the cart is a dialog that Escape closes, and nothing behind it can be reached', async ({
  openShop,
  page,
}) => {
  await page.setViewportSize({ width: 360, height: 740 });
  const { addButton } = await openShop();
  await addButton('Desk lamp').click();
  const opener = page.getByRole('button', { name: /^Cart, items: 1/ });
  await opener.press('Enter');
  const dialog = page.getByRole('dialog', { name: 'Cart' });
  await expect(dialog).toBeFocused();
  for (let press = 0; press < 12; press++) {
    await page.keyboard.press('Tab');
    // Past the last stop of the page come the browser's own tools; the body stands for them.
    const inside = await page.evaluate(() => Boolean(document.activeElement?.matches('body, [role=dialog] *')));
    expect(inside).toBe(true);
  }
  await tabTo(dialog.getByRole('link', { name: 'Check out' }));
  await page.keyboard.press('Escape');
  await expect(opener).toBeFocused();
});

for (const name of ['Event trail', 'Switches']) {
  test(`the panel “${name}” opens, takes the focus, and gives it back on Escape`, async ({ openShop }) => {
    const { page } = await openShop();
    const opener = page.getByRole('button', { name, exact: true });
    await tabTo(opener);
    await page.keyboard.press('Enter');
    await expect(opener).toHaveAttribute('aria-expanded', 'true');
    await expect(page.getByRole('region', { name }).getByRole('heading', { name })).toBeFocused();
    await page.keyboard.press('Escape');
    await expect(page.getByRole('region', { name })).toBeHidden();
    await expect(opener).toBeFocused();
  });
}

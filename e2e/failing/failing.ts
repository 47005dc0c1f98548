import { cart } from 'contracts';

const address = process.env['SHOP_ADDRESS']!;
/** The fixture as it is built to be published. */
const { expect, test }: typeof import('@busbar/testing/playwright') = await import(process.env['BUILT_FIXTURE']!);

test('waits for what never comes', async ({ page, context, busbar }) => {
  await page.goto(address);
  await busbar.expectEvent(cart.changed);
  await busbar.emit('cart:itemAdded', {}).catch(() => {});
  const other = await context.newPage();
  await other.goto(`${address}/profile`);
  await busbar.expectEvent('routing:changed', undefined, { page: other });
  await busbar.expectEvent(cart.itemAdded, { quantity: 2 }, { timeout: 100 });
});

test('fails for another reason, and never heard of busbar', async ({ page }) => {
  await page.goto(address);
  await page.getByRole('button', { name: 'Add to cart: Desk lamp' }).click();
  await expect(page).toHaveTitle('Another shop', { timeout: 100 });
});

test('succeeds', async ({ page }) => {
  await page.goto(address);
});

test.describe('with the trail always', () => {
  test.use({ busbarOptions: { attach: 'always' } });

  test('succeeds, and shows the trail', async ({ page, busbar }) => {
    await page.goto(address);
    await busbar.expectEvent(cart.changed);
  });
});

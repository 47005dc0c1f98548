import { AxeBuilder } from '@axe-core/playwright';
import { expect, type Page } from '@playwright/test';
import { test as guarded } from '../fixtures/guarded-test.ts';

/** The page of the recipe, by what people see on it. */
function partsOf(page: Page) {
  return {
    order: (number: string) => page.getByRole('article', { name: `Order ${number}` }),
    course: (number: string) => page.getByRole('article', { name: `Order ${number}` }).getByRole('listitem'),
    services: page.getByRole('region', { name: 'Services' }).getByRole('definition'),
    placeOrder: () => page.getByRole('button', { name: 'Place order' }).click(),
    switchOn: (fault: string) => page.getByRole('checkbox', { name: fault }).check(),
  };
}

const test = guarded.extend<{ shop: ReturnType<typeof partsOf> }>({
  shop: async ({ page }, use) => {
    await page.goto(`http://127.0.0.1:${process.env['RECIPES_PORT']}/xstate/`);
    await use(partsOf(page));
  },
});

const allTheWay = ['Reserving stock', 'Taking payment', 'Confirming the order', 'Placed'];

test('an order goes all the way', async ({ shop }) => {
  await shop.placeOrder();
  await expect(shop.course('S-1')).toHaveText(allTheWay);
  await expect(shop.order('S-1')).toContainText('Order S-1: placed');
  await expect(shop.services).toHaveText(['S-1', 'S-1', 'S-1']);
});

test('orders go side by side', async ({ shop }) => {
  await shop.placeOrder();
  await shop.placeOrder();
  await expect(shop.course('S-1')).toHaveText(allTheWay);
  await expect(shop.course('S-2')).toHaveText(allTheWay);
  await expect(shop.services).toHaveText([/^S-[12], S-[12]$/, /^S-[12], S-[12]$/, /^S-[12], S-[12]$/]);
});

test('a declined payment releases the stock and says why', async ({ shop }) => {
  await shop.switchOn('The bank declines the payment');
  await shop.placeOrder();
  await expect(shop.course('S-1')).toHaveText(['Reserving stock', 'Taking payment', 'Releasing the stock', 'Cancelled']);
  await expect(shop.order('S-1')).toContainText('The bank declined the payment.');
  await expect(shop.services).toHaveText(['nothing', 'nothing', 'nothing']);
});

test('a reservation that is not answered in time is released, since it may have been made', async ({ shop }) => {
  await shop.switchOn('Stock reserves, and answers too late');
  await shop.placeOrder();
  await expect(shop.services.first()).toHaveText('S-1');
  await expect(shop.course('S-1')).toHaveText(['Reserving stock', 'Releasing the stock', 'Cancelled']);
  await expect(shop.order('S-1')).toContainText('A service did not answer in time.');
  await expect(shop.services.first()).toHaveText('nothing');
});

test('an undo that fails is tried three times, and then left to a person', async ({ shop, expectMessage }) => {
  for (let tried = 0; tried < 3; tried++) expectMessage(/The handler of "services" for "stock:releaseRequested"/);
  await shop.switchOn('The bank declines the payment');
  await shop.switchOn('Stock releases nothing');
  await shop.placeOrder();
  const undone = Array.from({ length: 3 }, () => 'Releasing the stock');
  await expect(shop.course('S-1')).toHaveText(['Reserving stock', 'Taking payment', ...undone, /^Stuck/]);
  await expect(shop.order('S-1')).toContainText('The bank declined the payment.');
  await expect(shop.services.first()).toHaveText('S-1');
});

test('an order goes on after a reload in the middle, and is paid once', async ({ page, shop }) => {
  await shop.switchOn('The page reloads while payment is taken');
  const reloaded = page.waitForEvent('framenavigated');
  await shop.placeOrder();
  await reloaded;
  await expect(shop.course('S-1')).toHaveText(allTheWay);
  await expect(shop.services).toHaveText(['S-1', 'S-1', 'S-1']);
});

test('what came to its end stays what it is after a reload', async ({ page, shop }) => {
  await shop.placeOrder();
  await expect(shop.course('S-1')).toHaveText(allTheWay);
  await page.reload();
  await expect(shop.order('S-1')).toContainText('Order S-1: placed');
  await shop.placeOrder();
  await expect(shop.order('S-2')).toContainText('Order S-2: placed');
});

test('an order that two tabs know is run by one of them', async ({ context, page, shop }) => {
  await shop.switchOn('Stock reserves, and answers too late');
  await shop.placeOrder();
  await expect(shop.services.first()).toHaveText('S-1');
  const other = await context.newPage();
  await other.goto(page.url());
  await expect(partsOf(other).order('S-1')).toContainText('Order S-1: cancelled');
  await expect(shop.order('S-1')).toContainText('Order S-1: cancelled');
  // What the services hold, and how the order ended: the other tab has asked for nothing.
  await expect(other.getByRole('contentinfo')).toContainText('Events: 2.');
});

test('two tabs give their orders different numbers', async ({ context, page, shop }) => {
  const other = await context.newPage();
  await other.goto(page.url());
  await shop.placeOrder();
  await expect(shop.order('S-1')).toContainText('Order S-1: placed');
  await partsOf(other).placeOrder();
  await expect(partsOf(other).order('S-2')).toContainText('Order S-2: placed');
});

for (const colorScheme of ['light', 'dark'] as const) {
  test.describe(`axe finds nothing, ${colorScheme}`, () => {
    test.use({ colorScheme, viewport: { width: 360, height: 740 } });

    test('on the page, which fits a phone', async ({ page, shop }) => {
      await shop.placeOrder();
      await expect(shop.order('S-1')).toContainText('placed');
      expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(360);
    });
  });
}

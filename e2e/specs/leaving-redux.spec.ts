import { AxeBuilder } from '@axe-core/playwright';
import { expect } from '@playwright/test';
import { test } from '../fixtures/corner-shop-test.ts';

const steps = ['before', 'recorded', 'beside', 'compared', 'removed'];

for (const step of steps) {
  test.describe(`the shop ${step}`, () => {
    test.beforeEach(({ shop }) => shop.open(`${step}/`));

    test('adds, changes and removes what is in the cart', async ({ shop }) => {
      await shop.add('Kettle');
      await shop.add('Kettle');
      await shop.add('Desk lamp');
      await expect(shop.badge).toHaveText('3 items');
      await shop.oneMore('Desk lamp');
      await shop.oneFewer('Kettle');
      await expect(shop.cart.getByRole('listitem')).toContainText(['Kettle€49.50', 'Desk lamp€258.00']);
      await expect(shop.badge).toHaveText('3 items');
      await expect(shop.checkout).toContainText('€307.50');
      await shop.remove('Desk lamp');
      await expect(shop.badge).toHaveText('1 item');
      await expect(shop.cart.getByRole('listitem')).toHaveCount(1);
    });

    test('places an order and empties the cart', async ({ shop }) => {
      await shop.add('Kettle');
      await shop.add('Wool blanket');
      await shop.placeOrder();
      await expect(shop.checkout.getByRole('listitem')).toHaveText(['Order S-12 items€138.50']);
      await expect(shop.cart).toContainText('Nothing yet');
      await expect(shop.badge).toHaveText('0 items');
      await shop.add('Kettle');
      await shop.placeOrder();
      await expect(shop.checkout.getByRole('listitem')).toHaveText(['Order S-21 item€49.50', 'Order S-12 items€138.50']);
    });

    test('keeps the cart where an order is refused', async ({ shop }) => {
      for (let added = 0; added < 6; added++) await shop.add('Kettle');
      await shop.placeOrder();
      await expect(shop.checkout.getByRole('alert')).toHaveText('We sell no more than 5 of Kettle at a time.');
      await expect(shop.badge).toHaveText('6 items');
      await shop.oneFewer('Kettle');
      await shop.placeOrder();
      await expect(shop.checkout.getByRole('alert')).toHaveCount(0);
      await expect(shop.badge).toHaveText('0 items');
    });
  });
}

test('recorded: contracts are proposed for what the store was told to do', async ({ page, shop }) => {
  await shop.open('recorded/');
  await shop.add('Kettle');
  await shop.placeOrder();
  const proposed = page.getByRole('region', { name: 'Proposed contracts' });
  await expect(proposed).toContainText('itemAdded: {');
  await expect(proposed).toContainText('sku: z.string(),');
  await expect(proposed).toContainText("'checkout/placeOrder/fulfilled': checkout.orderPlaced,");
});

test('beside: events are emitted, and nobody listens', async ({ shop }) => {
  await shop.open('beside/');
  await shop.add('Kettle');
  await shop.remove('Kettle');
  await shop.add('Kettle');
  await shop.placeOrder();
  await expect(shop.footer).toContainText('Listening: nobody. Events: 4.');
});

test('compared: the right projection is never found to differ, and is safe to go on with', async ({ shop }) => {
  await shop.open('compared/');
  await shop.add('Desk lamp');
  await shop.placeOrder();
  await expect(async () => {
    await shop.add('Kettle');
    await expect(shop.comparison).toContainText('It is safe to go on.', { timeout: 500 });
  }).toPass();
  await expect(shop.comparison).toContainText('found a difference never.');
  await expect(shop.comparison.getByRole('table')).toHaveCount(0);
});

test('compared: a mistaken projection is found out, with what happened on both sides', async ({ shop }) => {
  await shop.open('compared/?mistake');
  await shop.add('Kettle');
  // Two actions load the products; with the third looked at, what is told afterwards begins with the order.
  await expect(shop.comparison).toContainText('3 actions, looked');
  await expect(shop.comparison).toContainText('found a difference never. Too little has been seen to go on.');
  await shop.placeOrder();
  await expect(shop.comparison.getByRole('alert')).toHaveText(/found a difference once. They differ now.$/);
  const line = '{"sku":"kettle","name":"Kettle","price":4950,"quantity":1}';
  await expect(shop.comparison.getByRole('row')).toHaveText(['PlaceStoreEvents', `0nothing${line}`]);
  const order = '{"number":"S-1","count":1,"total":4950}';
  const traceOf = (title: string) => shop.comparison.getByRole('list', { name: title }).getByRole('listitem');
  await expect(traceOf('Actions since they agreed')).toHaveText([
    'checkout/placeOrder/pending',
    `checkout/placeOrder/fulfilled ${order}`,
  ]);
  await expect(traceOf('Events since they agreed')).toHaveText([`checkout:orderPlaced ${order}`]);
  await expect(shop.badge).toHaveText('1 item');
});

test('removed: who still reads the slice or dispatches to it is found', async ({ page, shop }) => {
  await shop.open('removed/');
  const leftover = page.getByRole('region', { name: 'Left over' });
  await shop.add('Kettle');
  await shop.placeOrder();
  await expect(shop.badge).toHaveText('0 items');
  await expect(leftover).toContainText('Nobody that was seen.');
  await leftover.getByRole('button', { name: 'Surprise me' }).click();
  await expect(leftover.getByRole('alert')).toHaveText(['Read: lines', 'Dispatched: cart/addItem']);
  for (const entry of await leftover.getByRole('listitem').all()) await expect(entry).toContainText('surpriseCustomer');
  await expect(shop.badge).toHaveText('0 items');
});

for (const { colorScheme, steps } of [
  { colorScheme: 'light', steps: ['recorded/', 'removed/'] },
  { colorScheme: 'dark', steps: ['compared/?mistake'] },
] as const) {
  test.describe(`axe finds nothing, ${colorScheme}`, () => {
    test.use({ colorScheme, viewport: { width: 360, height: 740 } });

    for (const step of steps) {
      test(`on ${step}, which fits a phone`, async ({ page, shop }) => {
        await shop.open(step);
        await shop.add('Wool blanket');
        await shop.placeOrder();
        if (step === 'removed/') await page.getByRole('button', { name: 'Surprise me' }).click();
        if (step === 'compared/?mistake') await expect(shop.comparison.getByRole('table')).toBeVisible();
        expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
        expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(360);
      });
    }
  });
}

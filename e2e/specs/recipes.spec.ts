import { AxeBuilder } from '@axe-core/playwright';
import { type BusbarFixtures, busbarFixtures } from '@busbar/testing/playwright';
import { expect, type Page } from '@playwright/test';
import { test as guarded } from '../fixtures/guarded-test.ts';

/** Who brings a copy of Busbar to the hub of each recipe's page. */
const copies = {
  'module-federation': '3 (cart, page, products)',
  'native-federation': '3 (cart, page, products)',
  'import-map': '1 (cart)',
  'one-copy': '1 (cart)',
  qiankun: '3 (cart, page, products)',
  'script-tag': '3 (cart, page, products)',
  'web-components': '3 (cart, page, products)',
};

/** The page of a recipe, by what people see on it. */
function partsOf(page: Page) {
  const products = page.getByRole('region', { name: 'Products' });
  const cart = page.getByRole('region', { name: 'Cart' });
  return {
    products,
    cart,
    hub: page.getByRole('status'),
    add: (name: string) => products.getByRole('button', { name: `Add ${name}` }).click(),
    unmount: (part: typeof cart) => part.getByRole('button', { name: 'Unmount', exact: true }).click(),
    mount: (part: typeof cart) => part.getByRole('button', { name: 'Mount', exact: true }).click(),
  };
}

const test = guarded
  .extend<BusbarFixtures>(busbarFixtures)
  .extend<{ open(recipe: string): Promise<ReturnType<typeof partsOf>> }>({
    open: async ({ page }, use) => {
      await use(async (recipe) => {
        await page.goto(`http://127.0.0.1:${process.env['RECIPES_PORT']}/${recipe}/`);
        return partsOf(page);
      });
    },
  });

for (const [recipe, brought] of Object.entries(copies)) {
  test.describe(recipe, () => {
    test('the two talk both ways, on one hub', async ({ open, busbar }) => {
      const { products, cart, hub, add } = await open(recipe);
      await expect(hub).toContainText(`Copies of Busbar on this hub: ${brought}.`);
      await add('Kettle');
      await add('Kettle');
      await add('Desk lamp');
      await expect(cart.getByRole('listitem')).toHaveText(['2 × Kettle', '1 × Desk lamp']);
      await expect(products).toContainText('The cart holds 3');
      const { causationid } = await busbar.expectEvent('cart:changed', { lines: [{ name: 'Kettle' }, { name: 'Desk lamp' }] });
      expect(await busbar.expectEvent('products:chosen', { name: 'Desk lamp' })).toMatchObject({
        source: 'products',
        id: causationid,
      });
      await expect(hub).toContainText('Listening: cart, products. Events: 6.');
    });

    test('who is mounted late gets what was said last', async ({ open }) => {
      const { products, cart, hub, add, mount, unmount } = await open(recipe);
      await expect(hub).toContainText('Listening: cart, products.');
      await add('Kettle');
      await expect(products).toContainText('The cart holds 1');
      await unmount(products);
      await unmount(cart);
      await mount(products);
      await expect(products).toContainText('The cart holds 1');
      await mount(cart);
      await expect(cart.getByRole('listitem')).toHaveText(['1 × Kettle']);
    });

    test('who is unmounted hears nothing', async ({ open }) => {
      const { products, cart, hub, add, mount, unmount } = await open(recipe);
      await unmount(cart);
      await add('Kettle');
      await expect(hub).toContainText('Listening: products. Events: 1.');
      await mount(cart);
      await expect(hub).toContainText('Listening: cart, products. Events: 1.');
      await expect(cart).toContainText('Nothing yet');
      await unmount(products);
      await expect(hub).toContainText('Listening: cart. Events: 1.');
    });
  });
}

test.describe('one-copy, built to take the core from the page,', () => {
  test('brings no copy of it in any bundle', async ({ open, page }) => {
    await open('one-copy');
    // By this key copies find each other's hub.
    const withTheCore = async (file: string) => (await (await page.request.get(file)).text()).includes('busbar.hub');
    for (const bundle of ['products', 'cart', 'run-recipe'])
      expect(await withTheCore(`${page.url()}${bundle}.js`), bundle).toBe(false);
    expect(await withTheCore(`${page.url()}../busbar.js`)).toBe(true);
  });

  test('says that its script did not come first', async ({ open, page, expectMessage }) => {
    await page.route('**/busbar.js', (route) => route.abort());
    expectMessage(/^error: Failed to load resource/);
    expectMessage(/^uncaught: BusError: .+ built to take Busbar .+ from window\.Busbar, and there is none/);
    const { hub } = await open('one-copy');
    await expect(hub).toBeEmpty();
  });

  test('says that the script is too old for it', async ({ open, page, expectMessage }) => {
    await page.route('**/busbar.js', async (route) => {
      const response = await route.fetch({ url: new URL('one-copy/older-busbar.js', route.request().url()).href });
      await route.fulfill({ response });
    });
    expectMessage(/^uncaught: BusError: .+ built to take Busbar .+ and that is of version "0\.0\.9"/);
    const { hub } = await open('one-copy');
    await expect(hub).toBeEmpty();
  });
});

test.describe('iframe', () => {
  test('events do not cross into a frame, which has a hub of its own', async ({ open, page }) => {
    const { products, hub, add } = await open('iframe');
    const frame = page.frameLocator('iframe');
    await expect(frame.getByRole('status')).toContainText('Copies of Busbar on this hub: 1 (cart).');
    await expect(hub).toContainText('Copies of Busbar on this hub: 1 (products).');
    await add('Kettle');
    await expect(hub).toContainText('Events: 1.');
    await expect(products).toContainText('Nothing heard of a cart');
    // What is said inside the frame is heard there.
    const say = () => dispatchEvent(new CustomEvent('products:chosen', { detail: { name: 'Desk lamp' } }));
    await frame.locator('body').evaluate(say);
    await expect(frame.getByRole('listitem')).toHaveText(['1 × Desk lamp']);
    await expect(frame.getByRole('status')).toContainText('Events: 2.');
    await expect(hub).toContainText('Events: 1.');
  });
});

test('the list of recipes leads to each of them', async ({ page, open }) => {
  await open('.');
  const addresses = await page
    .getByRole('navigation')
    .getByRole('link')
    .evaluateAll((links) => links.map((link) => link.getAttribute('href')?.replace(/\/$/, '')));
  expect(addresses.sort()).toEqual([...Object.keys(copies), 'iframe', 'leaving-redux/before', 'xstate'].sort());
});

for (const colorScheme of ['light', 'dark'] as const) {
  test.describe(`axe finds nothing, ${colorScheme}`, () => {
    test.use({ colorScheme, viewport: { width: 360, height: 740 } });

    test('on a recipe, in the frame of another, and in the list of them', async ({ open, page }) => {
      for (const recipe of ['script-tag', 'iframe']) {
        const { hub } = await open(recipe);
        await expect(hub).toContainText('Copies of Busbar');
        expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
      }
      await open('.');
      expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
    });
  });
}

import { readdir } from 'node:fs/promises';
import { AxeBuilder } from '@axe-core/playwright';
import { expect, type Page } from '@playwright/test';
import { fileAddress, test } from '../fixtures/catalogue-test.ts';

const results = (page: Page) => page.getByRole('listbox', { name: 'Results' });

const pages = [
  'index.html',
  'events/cart/item-added/index.html',
  'events/checkout/order-placed/index.html',
  'events/checkout/payment-authorized/index.html',
  'events/shell/search-results-presented-with-suggestions-and-facets/index.html',
  'apps/checkout.html',
  'owners/team-cart.html',
  'tags.html',
  'changes.html',
];

for (const [colorScheme, width] of [
  ['light', 1440],
  ['dark', 360],
] as const) {
  test.describe(`the catalogue, ${colorScheme}, ${width} pixels wide`, () => {
    test.use({ colorScheme, viewport: { width, height: 900 }, contextOptions: { reducedMotion: 'reduce' } });

    for (const path of pages) {
      test(`gives axe nothing to say: ${path}`, async ({ openCatalogue }) => {
        const page = await openCatalogue(path);
        await page.evaluate(() => {
          for (const details of document.querySelectorAll('details')) details.open = true;
        });
        await expectNoViolations(page);
      });
    }

    test('gives axe nothing to say while it is searched', async ({ openCatalogue }) => {
      const page = await openCatalogue();
      await page.keyboard.press('/');
      await page.keyboard.type('cart');
      await expect(results(page).getByRole('option').first()).toBeVisible();
      await expectNoViolations(page);
    });
  });
}

for (const width of [320, 2_560]) {
  test(`no page is wider than ${width} pixels, whatever the names are`, async ({ openCatalogue, page, catalogueFolder }) => {
    await page.setViewportSize({ width, height: 800 });
    const nasty = (await readdir(`${await catalogueFolder('nasty')}/domains`)).map((file) => `domains/${file}`);
    for (const [name, path] of [
      ...pages.map((path) => ['gallery', path] as const),
      ...nasty.map((path) => ['nasty', path] as const),
    ]) {
      await openCatalogue(path, name);
      expect.soft(await page.evaluate(() => document.documentElement.scrollWidth), path).toBe(width);
    }
  });
}

for (const width of [320, 390, 768]) {
  test(`the theme stays beside the search, and results widen no page, ${width} pixels wide`, async ({ openCatalogue, page }) => {
    await page.setViewportSize({ width, height: 800 });
    for (const name of ['gallery', 'nasty', 'shop'] as const) {
      await openCatalogue('index.html', name);
      const search = (await page.getByRole('search').boundingBox())!;
      const theme = (await page.getByRole('button', { name: 'Dark theme' }).boundingBox())!;
      expect(theme.x, name).toBeGreaterThanOrEqual(search.x + search.width);
      expect(theme.y, name).toBeLessThan(search.y + search.height);
      await page.keyboard.press('/');
      await page.keyboard.type('e');
      await expect(results(page)).toBeVisible();
      expect(await page.evaluate(() => document.documentElement.scrollWidth), name).toBe(width);
      const list = (await results(page).boundingBox())!;
      expect(list.x, name).toBeGreaterThanOrEqual(0);
    }
  });
}

test('nothing moves while a page loads', async ({ openCatalogue, page }) => {
  await page.addInitScript(() => {
    Reflect.set(globalThis, 'moved', 0);
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries())
        Reflect.set(globalThis, 'moved', Reflect.get(globalThis, 'moved') + Reflect.get(entry, 'value'));
    }).observe({ type: 'layout-shift', buffered: true });
  });
  for (const path of ['index.html?domain=cart', 'events/cart/item-added/index.html']) {
    await openCatalogue(path);
    await page.evaluate(() => new Promise((painted) => requestAnimationFrame(() => requestAnimationFrame(painted))));
    expect(await page.evaluate(() => Reflect.get(globalThis, 'moved')), path).toBe(0);
  }
});

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  test('everything is there but search, filters and tabs', async ({ openCatalogue }) => {
    const page = await openCatalogue();
    await expect(page.getByRole('combobox')).toHaveCount(0);
    await expect(page.getByRole('button')).toHaveCount(0);
    await page.getByRole('link', { name: 'cart:itemAdded', exact: true }).first().click();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('cart:itemAdded');
    await expect(page.locator('[id="field.sku"]')).toBeVisible();
    for (const name of ['Emit with Core', 'Listen with React', 'Emit with Vue', 'Listen with Angular']) {
      await expect(page.getByRole('region', { name })).toBeVisible();
    }
  });
});

test('from a disk it can be searched and filtered, too', async ({ page, catalogueFolder }) => {
  await page.goto(fileAddress(await catalogueFolder('gallery'), 'index.html'));
  await page.getByRole('combobox', { name: 'Domain', exact: true }).selectOption('cart');
  await expect(page.locator('[data-event]:visible')).toHaveCount(4);
  expect(page.url()).toMatch(/^file:.*\?domain=cart$/);
  await page.keyboard.press('/');
  await page.getByRole('combobox', { name: /^Search/ }).fill('orderPlaced');
  await expect(results(page).getByRole('option').first()).toHaveText(/^checkout:orderPlaced/);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('checkout:orderPlaced');
});

test('contracts that try to break out are shown as what they are', async ({ openCatalogue }) => {
  const page = await openCatalogue('index.html', 'nasty');
  const address = page.url();
  const links = await page
    .locator('[data-event] .event-name')
    .evaluateAll((found) => found.map((link) => (link as HTMLAnchorElement).href));
  expect(links).toHaveLength(16);
  for (const link of links) {
    await page.goto(link);
    await expect(page.locator('h1')).toBeVisible();
    await expect(page.locator('.lede')).toContainText('<script>hacked=1</script>');
    expect(await page.evaluate(() => 'hacked' in globalThis), link).toBe(false);
  }
  await page.goto(address);
  await page.keyboard.press('/');
  await page.keyboard.type('script');
  await expect(results(page).getByRole('option').first()).toContainText('<script>');
  expect(await page.evaluate(() => 'hacked' in globalThis)).toBe(false);
});

async function expectNoViolations(page: Page): Promise<void> {
  const { violations, passes } = await new AxeBuilder({ page }).analyze();
  expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([]);
  expect(passes.map(({ id }) => id)).toContain('color-contrast');
}

import { expect, type Page } from '@playwright/test';
import { addLaggingSubscription } from '../fixtures/lagging-subscription.ts';
import { test } from '../fixtures/shop-test.ts';

const sizes = { narrow: { width: 360, height: 740 }, desktop: { width: 1280, height: 900 } };
const paths = ['/', '/checkout', '/profile'];

for (const [size, viewport] of Object.entries(sizes)) {
  test.describe(`layout: ${size}`, () => {
    test.use({ viewport });

    for (const path of paths) {
      test(`nothing shifts when the micro-frontends arrive late on ${path}`, async ({ openShop, page }) => {
        await (await openShop()).addButton('Desk lamp').click();
        const arrive = await holdMicroFrontends(page);
        await watchShifts(page);
        await page.goto(new URL(path, page.url()).href, { waitUntil: 'commit' });
        await expect(page.getByRole('contentinfo')).toBeAttached();
        await painted(page);
        arrive();
        await expect(page.locator('.place:visible[data-state="loading"]')).toHaveCount(0);
        await expect(page.locator('.place:visible[data-state="ready"]').first()).toBeAttached({
          attached: size === 'desktop' || path !== '/',
        });
        await painted(page);
        expect(await shifts(page)).toEqual([]);
      });
    }

    test('nothing shifts when a route mounts its micro-frontend, the first time and again', async ({ openShop, page }) => {
      const { checkout, profile, addButton } = await openShop();
      await addButton('Desk lamp').click();
      await watchShifts(page);
      await page.reload();
      for (const path of ['/checkout', '/profile', '/checkout', '/']) {
        await page.evaluate((path) => history.pushState(null, '', path), path);
        if (path === '/checkout') await expect(checkout.getByRole('button', { name: 'Place order' })).toBeVisible();
        if (path === '/profile') await expect(profile.getByRole('heading', { level: 1 })).toBeVisible();
        await painted(page);
      }
      expect(await shifts(page)).toEqual([]);
    });

    test('nothing shifts while figures of subscriptions change, and one lags', async ({ openShop, page }) => {
      const { trail } = await openShop();
      await watchShifts(page);
      await page.reload();
      await page.getByRole('button', { name: 'Event trail' }).click();
      await trail.getByRole('tab', { name: 'Subscriptions' }).click();
      await addLaggingSubscription(page);
      await expect(trail.getByRole('row', { name: /^test:pinged id \d+ Busy/ })).toBeVisible();
      await trail.getByRole('searchbox', { name: 'Filter the subscriptions' }).fill('pinged');
      await painted(page);
      const before = await shifts(page);
      for (const state of ['Lagging', 'Was lagging']) {
        await expect(trail.getByRole('row', { name: new RegExp(`^test:pinged id \\d+ ${state}`) })).toBeVisible();
      }
      expect((await shifts(page)).slice(before.length)).toEqual([]);
    });

    test('the subscriptions fit into the page, and so do the tabs', async ({ openShop, page }) => {
      const { trail } = await openShop();
      await page.getByRole('button', { name: 'Event trail' }).click();
      await trail.getByRole('tab', { name: 'Subscriptions' }).click();
      const list = trail.getByRole('group', { name: 'Subscriptions' });
      await expect(list.getByRole('rowheader').first()).toBeVisible();
      expect(await list.evaluate(({ scrollWidth, clientWidth }) => scrollWidth - clientWidth)).toBe(0);
      for (const part of [trail.getByRole('tab', { name: 'Subscriptions' }), trail.getByRole('button', { name: 'Close' })]) {
        await expect(part).toBeInViewport({ ratio: 1 });
      }
    });

    test('no page is wider than the screen', async ({ openShop, page }) => {
      const { order, addButton, link } = await openShop();
      const wider = () => page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
      for (const name of ['Event trail', 'Switches']) {
        await page.getByRole('button', { name, exact: true }).click();
        expect(await wider(), name).toBeLessThanOrEqual(0);
      }
      await page.keyboard.press('Escape');
      await addButton('Desk lamp').click();
      expect(await wider(), 'the products').toBeLessThanOrEqual(0);
      await link('Checkout').click();
      await expect(page.getByRole('button', { name: 'Place order' })).toBeVisible();
      expect(await wider(), 'checkout').toBeLessThanOrEqual(0);
      await link('Shop').click();
      const number = await order();
      expect(await wider(), 'the confirmation').toBeLessThanOrEqual(0);
      await link('Profile').click();
      await expect(page.getByRole('article', { name: `Order ${number}` })).toBeVisible();
      expect(await wider(), 'profile').toBeLessThanOrEqual(0);
    });
  });
}

interface Shift {
  readonly value: number;
  readonly what: readonly string[];
}
declare global {
  var seenShifts: Shift[];
}

/** Notes every layout shift of the documents that load from now on, those right after input left out as browsers do. */
async function watchShifts(page: Page): Promise<void> {
  await page.addInitScript(() => {
    globalThis.seenShifts = [];
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries() as (PerformanceEntry & {
        value: number;
        hadRecentInput: boolean;
        sources: { node?: Node }[];
      })[]) {
        if (entry.hadRecentInput) continue;
        const what = entry.sources.map(({ node }) =>
          node instanceof Element ? node.outerHTML.slice(0, 100) : String(node?.textContent),
        );
        globalThis.seenShifts.push({ value: entry.value, what });
      }
    }).observe({ type: 'layout-shift', buffered: true });
  });
}

const shifts = (page: Page): Promise<Shift[]> => page.evaluate(() => globalThis.seenShifts);

/** Keeps the bundles of all micro-frontends back until the function that it gives is called. */
async function holdMicroFrontends(page: Page): Promise<() => void> {
  const { promise, resolve } = Promise.withResolvers<void>();
  await page.route('**/micro-frontends/**', async (route) => {
    await promise;
    await route.continue();
  });
  return resolve;
}

/** Resolves when what is on the page now has been painted: the second frame begins after the first one was. */
function painted(page: Page): Promise<unknown> {
  return page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
}

import { expect, type Page } from '@playwright/test';
import { test } from '../fixtures/guarded-test.ts';
import { leakGauge } from '../fixtures/leak-gauge.ts';
import { probeFile } from '../fixtures/probe-file.ts';

const modules = {
  cart: '/micro-frontends/cart/cart.js',
  checkout: '/micro-frontends/checkout/checkout.js',
  profile: '/micro-frontends/profile/profile.js',
};
/** As long as the browser still compiles and optimizes what each mount runs, it keeps what it makes of it. */
const warmUp = 600;
const times = 1_000;

for (const [name, module] of Object.entries(modules)) {
  test(`unmount means gone: ${name}, ${times} times, leaves no listener, no subscription and no node`, async ({ page }) => {
    await openStage(page);
    await page.evaluate(([name, module]) => stage.register(name, module), [name, module] as const);
    const cycle = (times: number) => page.evaluate(([name, times]) => stage.cycle(name, times), [name, times] as const);
    const gauge = await leakGauge(page);
    const count = async () => ({ ...(await gauge()), subscriptions: await page.evaluate(() => stage.subscriptions()) });

    expect(await cycle(warmUp)).toBe(warmUp);
    const before = await count();
    expect(await cycle(times)).toBe(times);
    const after = await count();

    expect(after.listeners).toBeLessThanOrEqual(before.listeners);
    expect(after.nodes).toBeLessThanOrEqual(before.nodes);
    expect(after.subscriptions).toBe(before.subscriptions);
    // single-spa's own timers, two for each lifecycle, hold on to it for up to three seconds.
    const kept = async () => (await gauge()).heap - before.heap;
    await expect.poll(kept, { message: 'bytes that all cycles kept', timeout: 20_000 }).toBeLessThan(times * 250);
  });
}

/** A bare page of the shop's address, with something in the cart, where single-spa does nothing but what the test says. */
async function openStage(page: Page): Promise<void> {
  const lines = [{ sku: 'lamp-01', name: 'Desk lamp', price: 12_900, quantity: 1 }];
  await page.route('**/stage', (route) =>
    route.fulfill({ contentType: 'text/html', body: '<!doctype html><title>Stage</title>' }),
  );
  await page.goto(`http://127.0.0.1:${process.env['SHOP_PORT']}/stage`);
  await page.evaluate((content) => localStorage.setItem('shop.cart', content), JSON.stringify({ lines, orders: [] }));
  await page.addScriptTag({ path: probeFile('stage.js') });
}

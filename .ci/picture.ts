// `pnpm picture`: opens the built shop in Chromium, puts things into the cart, and keeps what it looks like, light and dark.
// The same with the catalogue of its events.
import { join } from 'node:path';
import { type Browser, chromium, type Page } from 'playwright';
import { preview } from 'vite';
import { takeCataloguePictures } from './catalogue-picture.ts';
import { chromiumArguments, chromiumPath } from './chromium.ts';
import { root } from './root.mjs';

const size = { width: 1295, height: 1080 };

process.chdir(root); // vite.config.ts tells by the folder what is meant
const server = await preview({ preview: { host: '127.0.0.1', port: 0 }, logLevel: 'error' });
const browser = await chromium.launch({ ...(chromiumPath && { executablePath: chromiumPath }), args: chromiumArguments });
try {
  const address = server.resolvedUrls?.local[0] ?? '';
  for (const colorScheme of ['light', 'dark'] as const) await takePicture(browser, address, colorScheme);
  await takeCataloguePictures(browser);
} finally {
  await browser.close();
  await server.close();
}

async function takePicture(browser: Browser, address: string, colorScheme: 'light' | 'dark'): Promise<void> {
  const page = await browser.newPage({ colorScheme, viewport: size, reducedMotion: 'reduce' });
  await page.goto(address);
  await page.locator('[data-application="cart"][data-state="ready"]').waitFor();
  await fillCart(page);
  const path = join(root, `apps/docs/shop-${colorScheme}.png`);
  // Without the space that the page keeps for a scroll bar.
  const width = await page.evaluate(() => document.body.clientWidth);
  await page.screenshot({ path, clip: { x: 0, y: 0, width, height: size.height } });
  await page.close();
  console.log(path);
}

/** Three products in the cart, and the event trail open on what happened. */
async function fillCart(page: Page): Promise<void> {
  const lines = page.locator('#cart-panel').getByRole('listitem');
  for (const product of [0, 1, 2]) {
    await page
      .getByRole('button', { name: /^Add to cart: / })
      .nth(product)
      .click();
    await lines.nth(product).waitFor();
  }
  await page.getByRole('button', { name: 'Event trail' }).click();
  await page.getByRole('region', { name: 'Event trail' }).waitFor();
  await page.evaluate(() => {
    (document.activeElement as HTMLElement | null)?.blur();
    scrollTo(0, 0);
  });
  await page.waitForLoadState('networkidle');
}

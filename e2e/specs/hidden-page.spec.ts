import { expect, type Page } from '@playwright/test';
import { numbersBelow } from '../fixtures/numbers-below.ts';
import { test as stock } from '../fixtures/stock-chromium-test.ts';

const each = 300;
const ways = ['microtask', 'sync', 'task', 'frame', 'idle', 'asynchronous', 'retrying', 'window'];

const test = stock.extend<{ front: Page }>({
  /** A page in front of the others. */
  front: async ({ context }, use) => {
    const front = await context.newPage();
    await use(front);
    await front.close();
  },
});

test('a page that is hidden handles in every way what is emitted before and meanwhile, retries included, and nothing twice after it is shown', async ({
  openProbe,
  front,
}) => {
  const page = await openProbe('a', 'b', 'every-way');
  await page.bringToFront();
  await emit(page);
  await hide(page, front);
  await emit(page);
  await settle(page);
  expect(await page.evaluate(() => document.visibilityState)).toBe('hidden');
  await expectHeard(page, 2 * each);

  await page.bringToFront();
  await page.waitForFunction(() => document.visibilityState === 'visible');
  await emit(page);
  await settle(page);
  await expectHeard(page, 3 * each);
});

test('a page that is frozen goes on where it was when it is resumed: nothing is lost, and nothing comes twice', async ({
  openProbe,
  front,
  context,
}) => {
  const page = await openProbe('a', 'b', 'every-way');
  await page.bringToFront();
  await hide(page, front);
  const lifecycle = await context.newCDPSession(page);
  await page.evaluate((count) => document.addEventListener('freeze', () => everyWay.emit(count), true), each);
  await emit(page);
  await lifecycle.send('Page.setWebLifecycleState', { state: 'frozen' });
  await page.waitForFunction(() => everyWay.moments.at(-1)?.name === 'freeze');
  const waiting = await page.evaluate(() => everyWay.waiting());
  expect(waiting['retrying']).toBeGreaterThan(0);
  // What the page does not do in the time of 60 frames it does not do.
  await front.evaluate(async () => {
    for (let frame = 0; frame < 60; frame++) await new Promise((next) => requestAnimationFrame(next));
  });
  expect(await page.evaluate(() => everyWay.waiting())).toEqual(waiting);

  await lifecycle.send('Page.setWebLifecycleState', { state: 'active' });
  await settle(page);
  const moments = await page.evaluate(() => everyWay.moments.map(({ name }) => name));
  expect(moments.slice(-3)).toEqual(['hidden', 'freeze', 'resume']);
  await expectHeard(page, 2 * each);
});

async function hide(page: Page, front: Page): Promise<void> {
  await front.bringToFront();
  await page.waitForFunction(() => document.visibilityState === 'hidden', undefined, { polling: 50 });
}

const emit = (page: Page): Promise<void> => page.evaluate((count) => everyWay.emit(count), each);

async function settle(page: Page): Promise<void> {
  await page.waitForFunction(() => everyWay.isSettled(), undefined, { polling: 50 });
}

async function expectHeard(page: Page, count: number): Promise<void> {
  const all = numbersBelow(count);
  expect(await page.evaluate(() => everyWay.heard)).toEqual(Object.fromEntries(ways.map((way) => [way, all])));
}

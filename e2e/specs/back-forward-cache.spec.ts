import { expect, type Page } from '@playwright/test';
import { numbersBelow } from '../fixtures/numbers-below.ts';
import { test } from '../fixtures/stock-chromium-test.ts';

const trips = 3;
const beforeItGoes = 100;
const whileItGoes = 500;

test('nothing is lost, and nothing comes twice, on a page that goes into the back/forward cache and comes back', async ({
  openProbe,
}, testInfo) => {
  const page = await openProbe('a', 'b');
  // In the capture phase, so that Busbar hears of the page's going later.
  await page.evaluate((count) => addEventListener('pagehide', () => everyWay.emit(count), true), whileItGoes);
  await page.addScriptTag({ url: '/every-way.js' });
  for (let trip = 1; trip <= trips; trip++) await goAwayAndBack(page, trip);
  await page.waitForFunction(() => everyWay.isSettled());
  const { heard, moments } = await page.evaluate(() => ({ heard: everyWay.heard, moments: everyWay.moments }));

  const persisted = moments.map(({ name }) => name).filter((name) => name.endsWith('persisted'));
  expect(persisted).toEqual(Array.from({ length: trips }, () => ['pagehide persisted', 'pageshow persisted']).flat());
  const waiting = moments.filter(({ name }) => name === 'pagehide persisted').map(({ waiting }) => waiting);
  await testInfo.attach('what waited when the page went', { body: JSON.stringify(waiting), contentType: 'application/json' });
  for (const { retrying, asynchronous } of waiting) expect(Math.min(retrying!, asynchronous!)).toBeGreaterThan(0);
  const all = numbersBelow(trips * (beforeItGoes + whileItGoes));
  for (const [way, numbers] of Object.entries(heard)) expect(numbers, way).toEqual(all);
});

/** Emits, leaves for another page at once, and comes back. */
async function goAwayAndBack(page: Page, trip: number): Promise<void> {
  await page.evaluate((count) => {
    everyWay.emit(count);
    location.href = '/?elsewhere';
  }, beforeItGoes);
  await page.waitForURL('**/?elsewhere');
  await page.evaluate(() => history.back());
  await page.waitForFunction(
    (trip) => globalThis.everyWay?.moments.filter(({ name }) => name === 'pageshow persisted').length === trip,
    trip,
  );
}

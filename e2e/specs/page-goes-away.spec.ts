import { expect, type Page } from '@playwright/test';
import { numbersBelow } from '../fixtures/numbers-below.ts';
import { test } from '../fixtures/probe-test.ts';

const beforeItGoes = 1_000;
const whileItGoes = 500;

const ways: Record<string, (page: Page) => Promise<unknown>> = {
  'goes on to another': (page) => page.goto(`${page.url()}?elsewhere`),
  'is loaded anew': (page) => page.reload(),
};

for (const [way, leave] of Object.entries(ways)) {
  test(`what waits, in whatever way it is delivered, is delivered and mirrored before a page ${way}`, async ({ openProbe }) => {
    const page = await openProbe('a', 'b');
    // In the capture phase, so that Busbar hears of the page's going later.
    await page.evaluate((count) => addEventListener('pagehide', () => everyWay.emit(count), true), whileItGoes);
    await page.addScriptTag({ url: '/every-way.js' });
    await page.evaluate((count) => {
      addEventListener('pagehide', () => sessionStorage.setItem('last', JSON.stringify(everyWay.moments.at(-1))));
      copies.b.createBus({ source: 'slow' }).on(copies.b.parcel.sent, () => {
        for (const end = performance.now() + 0.05; performance.now() < end; );
      });
      everyWay.emit(count);
    }, beforeItGoes);
    await leave(page);

    const { name, heard } = await page.evaluate(() => JSON.parse(sessionStorage.getItem('last')!));
    expect(name).toBe('pagehide');
    const all = numbersBelow(beforeItGoes + whileItGoes);
    for (const way of ['microtask', 'sync', 'task', 'frame', 'idle', 'window']) expect(heard[way], way).toEqual(all);
  });
}

import { expect } from '@busbar/testing/playwright';
import type { Page } from '@playwright/test';
import { emitParcels } from '../fixtures/emit-parcels.ts';
import { probeFile } from '../fixtures/probe-file.ts';
import { test } from '../fixtures/probe-test.ts';
import { parcel } from '../probe/parcel-contracts.ts';

/** Serves a page with a policy, and the bundle that is built for production. */
async function serve(page: Page, html: string, policy: string): Promise<void> {
  const headers = { 'content-security-policy': policy };
  await page.route('http://strict.example/**', (route) =>
    route.request().url().endsWith('.js')
      ? route.fulfill({ path: probeFile('production.js'), contentType: 'text/javascript' })
      : route.fulfill({ body: `<!doctype html><link rel="icon" href="data:,">${html}`, contentType: 'text/html', headers }),
  );
}

test.describe('The Playwright fixture, on any page that runs Busbar', () => {
  test('has all events of all copies on the page, of whatever version', async ({ openProbe, busbar, expectMessage }) => {
    expectMessage(/version-skew/);
    const page = await openProbe('a', 'production', 'older');
    for (const bundle of ['a', 'production', 'older'] as const) await emitParcels(page, 2, bundle);
    const event = await busbar.expectEvent(parcel.sent, ({ source, data }) => source === 'depot-older' && data.number === 1);
    expect(event.sequence).toBe(6);
    const sources = ['a', 'a', 'production', 'production', 'older', 'older'].map((bundle) => `depot-${bundle}`);
    expect((await busbar.trail(parcel.sent)).map(({ source }) => source)).toEqual(sources);
  });

  test('has what is emitted in the very task in which the bus is made, and as the page goes away', async ({
    openProbe,
    busbar,
  }) => {
    const page = await openProbe('a');
    const isUntouched = await page.evaluate(() => {
      const { defineProperty } = Object;
      const { createBus, parcel } = copies.a;
      const bus = createBus({ source: 'depot' });
      bus.emit(parcel.sent, { number: 1, to: 'Oslo' });
      addEventListener('pagehide', () => bus.emit(parcel.sent, { number: 2, to: 'Oslo' }));
      return defineProperty === Object.defineProperty;
    });
    expect(isUntouched).toBe(true);
    await page.reload();
    expect((await busbar.trail()).map(({ data }) => data)).toEqual([1, 2].map((number) => ({ number, to: 'Oslo' })));
  });

  test('finds the bus of a page that freezes what all code has in common: it has what is retained, and what comes', async ({
    openProbe,
    busbar,
  }) => {
    const page = await openProbe('a');
    await page.evaluate(() => {
      Object.freeze(Object);
      copies.a.createBus({ source: 'depot' }).emit(copies.a.parcel.located, { number: 1, to: 'Oslo' });
    });
    await emitParcels(page, 1);
    await busbar.expectEvent(parcel.located, { number: 1 });
    await busbar.expectEvent(parcel.sent, { number: 0 });
  });

  test('waits for a page that loads Busbar late, to hear and to emit', async ({ openProbe, busbar }) => {
    const page = await openProbe();
    const emitted = busbar.emit('parcel:sent', { number: 7, to: 'Oslo' });
    const heard = busbar.expectEvent(parcel.sent, { number: 7 });
    await page.evaluate(() => new Promise((done) => setTimeout(done, 300)));
    await page.evaluate(() => {
      addEventListener('late', () => copies.a.createBus({ source: 'depot', contracts: [copies.a.parcel] }));
    });
    await page.addScriptTag({ url: '/a.js' });
    await page.evaluate(() => dispatchEvent(new Event('late')));
    expect((await heard).id).toBe((await emitted).id);
  });

  test('says that no page runs Busbar', async ({ openProbe, busbar }) => {
    const page = await openProbe();
    const address = page.url().replaceAll('.', '\\.');
    await expect(busbar.expectEvent(parcel.sent, {}, { timeout: 100 })).rejects.toThrow(
      new RegExp(`came within 100 ms\\.\nNo page runs Busbar: ${address}\\.`),
    );
    await expect(busbar.emit(parcel.sent, { number: 1, to: 'Oslo' }, { timeout: 100 })).rejects.toThrow(
      new RegExp(`"parcel:sent" could not be emitted: no page ran Busbar within 100 ms\\. Open: ${address}\\.`),
    );
    expect(await page.evaluate(() => Reflect.get(globalThis, Symbol.for('busbar.hub')))).toBeUndefined();
  });

  test('works under a policy that forbids code from texts', async ({ page, busbar }) => {
    const policy = "default-src 'none'; img-src data:; script-src 'self' 'nonce-here'";
    const script = `copies.production.createBus({ source: 'depot' }).emit(copies.production.parcel.located, { number: 1, to: 'Oslo' })`;
    await serve(page, `<script src="/production.js"></script><script nonce="here">${script}</script>`, policy);
    await page.goto('http://strict.example/');
    await busbar.expectEvent(parcel.located, { number: 1 });
    await busbar.emit(parcel.located, { number: 2, to: 'Bergen' });
    expect(await busbar.latest(parcel.located)).toEqual({ number: 2, to: 'Bergen' });
  });

  test('has the events of all pages, popups and frames of the context, and those of one page', async ({
    openProbe,
    context,
    busbar,
  }) => {
    const page = await openProbe('a');
    await emitParcels(page, 1);
    const [popup] = await Promise.all([context.waitForEvent('page'), page.evaluate(() => void open('/'))]);
    await popup.addScriptTag({ url: '/a.js' });
    await emitParcels(popup, 2);
    await page.evaluate(() => void document.body.append(Object.assign(document.createElement('iframe'), { src: '/' })));
    await expect.poll(() => page.frames().length).toBe(2);
    const frame = page.frames()[1]!;
    await frame.waitForLoadState();
    await frame.addScriptTag({ url: '/a.js' });
    await frame.evaluate(() => void copies.a.createBus({ source: 'frame', contracts: [copies.a.parcel] }));
    await busbar.emit(parcel.sent, { number: 3, to: 'Oslo' }, { page: frame });
    const numbersOf = async (page?: Page) => (await busbar.trail(parcel.sent, { page })).map(({ data }) => data.number);
    expect(await numbersOf()).toEqual([0, 0, 1, 3]);
    expect(await numbersOf(popup)).toEqual([0, 1]);
    await popup.close();
    await busbar.expectEvent(parcel.sent, { number: 1 });
  });
});

const shared = test.extend({
  /** A context that has a page already, with events behind it. */
  context: async ({ browser }, use) => {
    const context = await browser.newContext();
    const page = await context.newPage();
    await page.goto(`http://127.0.0.1:${process.env['PROBE_PORT']}/`);
    await page.addScriptTag({ url: '/a.js' });
    await page.evaluate(() => {
      const { createBus, parcel } = copies.a;
      createBus({ source: 'depot' }).emit(parcel.located, { number: 1, to: 'Oslo' });
    });
    await use(context);
    await context.close();
  },
});

shared(
  'The Playwright fixture joins a page that is open: it has what is retained, and what comes',
  async ({ context, busbar }) => {
    await emitParcels(context.pages()[0]!, 1);
    await busbar.expectEvent(parcel.located, { number: 1 });
    await busbar.expectEvent(parcel.sent, { number: 0 });
  },
);

import { expect, type Page } from '@playwright/test';
import { test } from '../fixtures/probe-test.ts';

const places = ['IndexedDB', 'localStorage'] as const;

for (const place of places) {
  test.describe(`Dead letters that are kept in ${place}`, () => {
    /** A new page of the same site, as after a reload. */
    async function visit(openProbe: (bundle: 'kept-letters') => Promise<Page>): Promise<Page> {
      const page = await openProbe('kept-letters');
      await page.evaluate((where) => {
        globalThis.depot = keptLetters.openDepot(where);
      }, place);
      return page;
    }

    async function emit(page: Page, ...addresses: string[]): Promise<void> {
      await page.evaluate((addresses) => {
        addresses.forEach((to, number) => void depot.bus.emit(keptLetters.parcel.sent, { number, to }));
      }, addresses);
    }

    async function expectLetters(page: Page, inList: number, inStore = inList): Promise<void> {
      const count = () => page.evaluate(async () => [depot.bus.deadLetters.list().length, await depot.inStore()]);
      await expect.poll(count).toEqual([inList, inStore]);
    }

    test('come back after a reload as they were, errors and causes included', async ({ openProbe }) => {
      const read = (page: Page) =>
        page.evaluate(() =>
          depot.bus.deadLetters.list().map(({ error, ...letter }) => {
            const errors = [error, (error as Error).cause, ((error as Error).cause as Error).cause] as Error[];
            return { ...letter, errors: errors.map(({ name, message, stack }) => ({ name, message, stack })) };
          }),
        );
      const first = await visit(openProbe);
      await emit(first, '?', 'Oslo', '?');
      await expectLetters(first, 2);
      const before = await read(first);
      const second = await visit(openProbe);
      await expectLetters(second, 2);
      expect(await read(second)).toEqual(before);
      const names = ['BusError', 'RangeError', 'Error'].map((name) => expect.objectContaining({ name }));
      expect(before[0]).toMatchObject({ reason: 'failed', subscriber: { source: 'tracking' }, errors: names });
    });

    test('are redriven to the micro-frontend that missed them, and gone after the next reload', async ({ openProbe }) => {
      const first = await visit(openProbe);
      await emit(first, '?', '?');
      await expectLetters(first, 2);
      const second = await visit(openProbe);
      await expectLetters(second, 2);
      const sent = await second.evaluate(() =>
        depot.bus.deadLetters.redrive(() => true, { edit: (parcel) => ({ ...(parcel as object), to: 'Oslo' }) }),
      );
      expect(sent).toBe(2);
      await expectLetters(second, 0);
      expect(await second.evaluate(() => depot.heard)).toEqual(['0 to Oslo, again', '1 to Oslo, again']);
      await expectLetters(await visit(openProbe), 0);
    });

    test('are gone after a reload when they were discarded', async ({ openProbe }) => {
      const first = await visit(openProbe);
      await emit(first, '?', '?');
      await expectLetters(first, 2);
      await first.evaluate(() => depot.bus.deadLetters.discard(({ event }) => (event.data as { number: number }).number === 0));
      await expectLetters(first, 1);
      await expectLetters(await visit(openProbe), 1);
    });

    test('survive a page that goes away while they are redriven', async ({ openProbe }) => {
      const first = await visit(openProbe);
      await emit(first, '?');
      await expectLetters(first, 1);
      await first.evaluate(() =>
        depot.bus.deadLetters.redrive(() => true, { edit: (parcel) => ({ ...(parcel as object), to: 'nowhere' }) }),
      );
      await expectLetters(first, 0, 1);
      const second = await visit(openProbe);
      await expectLetters(second, 1);
    });

    test('are stored whichever copy of Busbar they died in', async ({ openProbe }) => {
      const page = await visit(openProbe);
      await page.addScriptTag({ url: '/b.js' });
      await page.evaluate(() => {
        const { createBus, parcel } = copies.b;
        const printer = createBus({ source: 'printer', onError: () => {} });
        printer.on(parcel.sent, () => Promise.reject(new Error('out of ink')));
      });
      await emit(page, 'Oslo');
      await expectLetters(page, 1);
      await expectLetters(await visit(openProbe), 1);
    });
  });
}

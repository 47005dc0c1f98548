import { expect } from '@busbar/testing/playwright';
import { emitParcels } from '../fixtures/emit-parcels.ts';
import { test } from '../fixtures/probe-test.ts';
import { parcel } from '../probe/parcel-contracts.ts';
import { tariff } from '../probe/tariff-contracts.ts';

test.describe('The Playwright fixture, whatever is emitted', () => {
  test('tells events that a page of another version emitted as the contract of the test has them', async ({
    openProbe,
    busbar,
  }) => {
    const page = await openProbe('a');
    await page.evaluate(() => {
      const { createBus, tariff } = copies.a;
      createBus({ source: 'old' }).emit(tariff.first, { cents: 1_250 });
    });
    const event = await busbar.expectEvent(tariff.third, { amount: { value: 12.5 } });
    expect([event.dataversion, event.data.amount.currency]).toEqual([3, 'EUR']);
    expect(await busbar.trail(tariff.third)).toMatchObject([{ dataversion: 3, data: event.data }]);
    expect(await busbar.trail('tariff:set')).toMatchObject([{ dataversion: 1, data: { cents: 1_250 } }]);
    expect(await busbar.latest(tariff.third)).toEqual(event.data);
  });

  test('emits in the version that the test has, though the page knows but a newer one', async ({ openProbe, busbar }) => {
    const page = await openProbe('a');
    await page.evaluate(() => void copies.a.createBus({ source: 'new', contracts: [{ third: copies.a.tariff.third }] }));
    const event = await busbar.emit(tariff.first, { cents: 100 }, { source: 'old' });
    expect(event).toMatchObject({ source: 'old', dataversion: 3, data: { amount: { value: 1, currency: 'EUR' } } });
    await expect(busbar.emit(tariff.first, { cents: 'many' } as never)).rejects.toMatchObject({ code: 'cast-failed' });
  });

  test('has what a page with a clock of its own emits, and what comes in floods', async ({ openProbe, page, busbar }) => {
    await page.clock.install({ time: 0 });
    await openProbe('a');
    for (let second = 0; second < 3; second++) await emitParcels(page, 3_000);
    await busbar.expectEvent(parcel.sent, ({ sequence }) => sequence === 9_000);
    expect(await busbar.trail()).toHaveLength(9_000);
    expect(busbar.leftOut()).toBe(0);
  });

  test('leaves out the oldest of what comes too fast to be told, and counts it', async ({ openProbe, busbar }) => {
    const page = await openProbe('a');
    await page.evaluate(() => {
      const { createBus, parcel } = copies.a;
      const bus = createBus({ source: 'depot' });
      for (let number = 0; number < 15_000; number++) bus.emit(parcel.sorted, { number, to: 'Oslo' });
    });
    const trail = await busbar.trail(parcel.sorted);
    expect(trail.at(-1)?.data.number).toBe(14_999);
    expect(trail.length).toBeGreaterThan(5_000);
    expect(trail.length + busbar.leftOut()).toBe(15_000);
  });

  test('has what the hub itself tells, where the page listens', async ({ openProbe, busbar }) => {
    const page = await openProbe('a');
    await page.evaluate(() => {
      const { createBus, parcel, hubEvents } = copies.a;
      const bus = createBus({ source: 'depot' });
      bus.on(hubEvents.lagging, () => {});
      bus.on(parcel.sent, () => new Promise(() => {}), { lagThreshold: 1 });
      const { time } = bus.emit(parcel.sent, { number: 1, to: 'Oslo' });
      // It waits for this task to end.
      while (Date.now() < time + 10);
    });
    const { source, data } = await busbar.expectEvent('busbar:lagging');
    expect({ source, data }).toMatchObject({ source: 'busbar', data: { subscriber: { target: 'parcel:sent' } } });
  });
});

test.describe('The Playwright fixture, with few events kept', () => {
  test.use({ busbarOptions: { limit: 10 } });

  test('keeps the newest, and says how many are left out', async ({ openProbe, busbar }) => {
    await emitParcels(await openProbe('a'), 25);
    const trail = await busbar.trail(parcel.sent);
    expect(trail.map(({ data }) => data.number)).toEqual([15, 16, 17, 18, 19, 20, 21, 22, 23, 24]);
    expect(busbar.leftOut()).toBe(15);
    await expect(busbar.expectEvent(parcel.sent, { number: 1 }, { timeout: 10 })).rejects.toThrow('15 events');
  });
});

test.describe('The Playwright fixture, told to record nothing', () => {
  test.use({ busbarOptions: { record: false } });

  test('leaves the page alone', async ({ openProbe }) => {
    const page = await openProbe('a');
    await emitParcels(page, 1);
    expect(await page.evaluate(() => [Symbol.for('busbar.recorder') in globalThis, '__busbarRecord' in globalThis])).toEqual([
      false,
      false,
    ]);
  });
});

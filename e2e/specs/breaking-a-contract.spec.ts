import { expect } from '@playwright/test';
import { test } from '../fixtures/probe-test.ts';
import { tariff } from '../probe/tariff-contracts.ts';

test.describe('Breaking a contract breaks the build, not the page', () => {
  test('emitter and receiver of different versions understand each other, either way', async ({ openProbe }) => {
    const page = await openProbe('a', 'b');
    const heard = await page.evaluate(async () => {
      const { a, b } = copies;
      const heard: unknown[] = [];
      const [oldBus, newBus] = [a.createBus({ source: 'old' }), b.createBus({ source: 'new' })];
      oldBus.on(a.tariff.first, ({ data, dataversion }) => heard.push(['old', dataversion, data]));
      newBus.on(b.tariff.third, ({ data, dataversion }) => heard.push(['new', dataversion, data]));
      oldBus.emit(a.tariff.first, { cents: 1_250 });
      newBus.emit(b.tariff.third, { amount: { value: 3, currency: 'NOK' } });
      await a.settled();
      return heard;
    });
    expect(heard).toEqual([
      ['old', 1, { cents: 1_250 }],
      ['new', 3, { amount: { value: 12.5, currency: 'EUR' } }],
      ['old', 1, { cents: 300 }],
      ['new', 3, { amount: { value: 3, currency: 'NOK' } }],
    ]);
  });

  test('what no cast can turn into the receiver’s version is a dead letter for that receiver alone', async ({
    openProbe,
    busbar,
    expectMessage,
  }) => {
    expectMessage(/^uncaught: BusError: "old" cannot read "tariff:set" v3 as v1/);
    const page = await openProbe('a', 'b');
    const heard = await page.evaluate(async () => {
      const { a, b } = copies;
      const heard: string[] = [];
      a.createBus({ source: 'old' }).on(a.tariff.first, () => heard.push('old'));
      const newBus = b.createBus({ source: 'new' });
      newBus.on(b.tariff.third, () => heard.push('new'));
      newBus.emit(b.tariff.third, { amount: { value: 0.001, currency: 'EUR' } });
      await a.settled();
      return heard;
    });
    expect(heard).toEqual(['new']);
    const letters = await busbar.deadLetters(tariff.third);
    expect(letters.map(({ reason, subscriber }) => [reason, subscriber?.source])).toEqual([['incompatible', 'old']]);
  });

  test('a retained event of an old emitter reaches a late receiver of the new version', async ({ openProbe }) => {
    const page = await openProbe('a');
    await page.evaluate(() => copies.a.createBus({ source: 'old' }).emit(copies.a.tariff.first, { cents: 100 }));
    await page.addScriptTag({ url: '/b.js' });
    const late = await page.evaluate(async () => {
      const bus = copies.b.createBus({ source: 'new' });
      return { event: (await bus.once(copies.b.tariff.third)).data, latest: bus.latest(copies.b.tariff.third).get() };
    });
    const data = { amount: { value: 1, currency: 'EUR' } };
    expect(late).toEqual({ event: data, latest: data });
  });

  test('two contracts that claim one version but differ are told apart by name, once', async ({ openProbe, expectMessage }) => {
    expectMessage(/^warning: \[busbar contract-drift parcel:returned\].*first.*second/);
    const page = await openProbe('a', 'b');
    const heard = await page.evaluate(async () => {
      const { a, b } = copies;
      const heard: number[] = [];
      const [first, second] = [a.createBus({ source: 'first' }), b.createBus({ source: 'second' })];
      second.on(b.defineEvent('parcel:returned', { version: 1, schema: b.Parcel, fingerprint: 'two' }), ({ data }) => {
        heard.push(data.number);
      });
      const contract = a.defineEvent('parcel:returned', { version: 1, schema: a.Parcel, fingerprint: 'one' });
      for (const number of [1, 2]) first.emit(contract, { number, to: 'Oslo' });
      await a.settled();
      return heard;
    });
    expect(heard).toEqual([1, 2]);
  });
});

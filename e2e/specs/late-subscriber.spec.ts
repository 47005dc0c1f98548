import { expect } from '@playwright/test';
import { test } from '../fixtures/probe-test.ts';

test.describe('Late is fine', () => {
  test('who subscribes late gets the last value first, marked as replayed, and not while subscribing', async ({ openProbe }) => {
    const page = await openProbe('a');
    const heard = await page.evaluate(async () => {
      const { createBus, parcel, settled } = copies.a;
      const bus = createBus({ source: 'depot' });
      for (const number of [1, 2]) bus.emit(parcel.located, { number, to: 'Oslo' });
      await settled();
      const order: unknown[] = [];
      bus.on(parcel.located, ({ data, replayed }) => order.push([data.number, replayed ?? false]));
      order.push('subscribed');
      bus.emit(parcel.located, { number: 3, to: 'Oslo' });
      await settled();
      return order;
    });
    expect(heard).toEqual(['subscribed', [2, true], [3, false]]);
  });

  test('a contract that keeps three gives the last three, in order', async ({ openProbe }) => {
    const page = await openProbe('a');
    const heard = await page.evaluate(async () => {
      const { createBus, parcel, settled } = copies.a;
      const bus = createBus({ source: 'depot' });
      for (const number of [1, 2, 3, 4, 5]) bus.emit(parcel.weighed, { number, to: 'Oslo' });
      await settled();
      const numbers: number[] = [];
      bus.on(parcel.weighed, ({ data }) => numbers.push(data.number));
      await settled();
      return numbers;
    });
    expect(heard).toEqual([3, 4, 5]);
  });

  test('a subscriber can ask for fewer, for none, or for everything since a point', async ({ openProbe }) => {
    const page = await openProbe('a');
    const heard = await page.evaluate(async () => {
      const { createBus, parcel, settled } = copies.a;
      const bus = createBus({ source: 'depot' });
      const events = [1, 2, 3].map((number) => bus.emit(parcel.weighed, { number, to: 'Oslo' }));
      await settled();
      const after = events[0]?.sequence ?? 0;
      const heard: Record<string, number[]> = {};
      for (const [name, replay] of Object.entries({ one: 1, none: false, since: { after }, all: true })) {
        heard[name] = [];
        bus.on(parcel.weighed, ({ data }) => heard[name]?.push(data.number), { replay });
      }
      await settled();
      return heard;
    });
    expect(heard).toEqual({ one: [3], none: [], since: [2, 3], all: [1, 2, 3] });
  });

  test('a bundle that arrives after the events gets them from the bundle that was there', async ({ openProbe }) => {
    const page = await openProbe('a');
    await page.evaluate(() => {
      copies.a.createBus({ source: 'depot' }).emit(copies.a.parcel.located, { number: 7, to: 'Oslo' });
    });
    await page.addScriptTag({ url: '/b.js' });
    const late = await page.evaluate(async () => {
      const bus = copies.b.createBus({ source: 'tracking' });
      const event = await bus.once(copies.b.parcel.located);
      return {
        data: event.data,
        source: event.source,
        replayed: event.replayed,
        latest: bus.latest(copies.b.parcel.located).get(),
      };
    });
    const data = { number: 7, to: 'Oslo' };
    expect(late).toEqual({ data, source: 'depot', replayed: true, latest: data });
  });

  test('an event emitted right after subscribing comes once, behind the replay', async ({ openProbe }) => {
    const page = await openProbe('a', 'b');
    const heard = await page.evaluate(async () => {
      const { a, b } = copies;
      const depot = a.createBus({ source: 'depot' });
      depot.on(a.parcel.weighed, () => {});
      for (const number of [1, 2, 3]) depot.emit(a.parcel.weighed, { number, to: 'Oslo' });
      const numbers: number[] = [];
      b.createBus({ source: 'tracking' }).on(b.parcel.weighed, ({ data }) => numbers.push(data.number));
      for (const number of [4, 5]) depot.emit(a.parcel.weighed, { number, to: 'Oslo' });
      await a.settled();
      return numbers;
    });
    expect(heard).toEqual([1, 2, 3, 4, 5]);
  });
});

import { expect } from '@playwright/test';
import { test } from '../fixtures/probe-test.ts';

test.describe('Emitting never runs a consumer', () => {
  test('emit returns before a slow handler begins, and the handler runs before the next paint', async ({ openProbe }) => {
    const page = await openProbe('a', 'b');
    const order = await page.evaluate(async () => {
      const order: string[] = [];
      const { a, b } = copies;
      b.createBus({ source: 'slow' }).on(b.parcel.sent, () => {
        order.push('begins');
        for (const end = performance.now() + 100; performance.now() < end; );
        order.push('ends');
      });
      const bus = a.createBus({ source: 'depot' });
      const painted = new Promise<void>((resolve) => {
        requestAnimationFrame(() => {
          order.push('paint');
          resolve();
        });
      });
      bus.emit(a.parcel.sent, { number: 1, to: 'Oslo' });
      order.push('returned');
      await painted;
      return order;
    });
    expect(order).toEqual(['returned', 'begins', 'ends', 'paint']);
  });

  test('a handler that takes 300 ms for each event holds up nobody else, and loses nothing', async ({ openProbe }) => {
    const page = await openProbe('a', 'b');
    const heard = await page.evaluate(async () => {
      const { a, b } = copies;
      const heard = { slow: [] as number[], quick: [] as number[], quickWhenSlowBegan: [] as number[] };
      const done = new Promise<void>((resolve) => {
        const slow = async ({ data }: { data: { number: number } }) => {
          heard.quickWhenSlowBegan.push(heard.quick.length);
          await new Promise((go) => setTimeout(go, 300));
          if (heard.slow.push(data.number) === 3) resolve();
        };
        b.createBus({ source: 'slow' }).on(b.parcel.sent, slow);
      });
      const bus = a.createBus({ source: 'depot' });
      bus.on(a.parcel.sent, ({ data }) => heard.quick.push(data.number));
      for (const number of [1, 2, 3]) bus.emit(a.parcel.sent, { number, to: 'Oslo' });
      await done;
      return heard;
    });
    expect(heard).toEqual({ slow: [1, 2, 3], quick: [1, 2, 3], quickWhenSlowBegan: [0, 3, 3] });
  });

  test('metrics say how many events wait for the slow one', async ({ openProbe }) => {
    const page = await openProbe('a');
    const waiting = await page.evaluate(async () => {
      const { createBus, parcel, settled } = copies.a;
      const bus = createBus({ source: 'depot' });
      createBus({ source: 'slow' }).on(parcel.sent, () => new Promise(() => {}));
      createBus({ source: 'quick' }).on(parcel.sent, () => {});
      for (const number of [1, 2, 3, 4, 5]) bus.emit(parcel.sent, { number, to: 'Oslo' });
      await settled();
      return Object.fromEntries(bus.metrics().subscriptions.map(({ source, queueDepth }) => [source, queueDepth]));
    });
    expect(waiting).toEqual({ slow: 4, quick: 0 });
  });
});

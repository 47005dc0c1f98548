import { expect } from '@playwright/test';
import { test } from '../fixtures/probe-test.ts';

test.describe('Plain browser events work both ways: at once', () => {
  test('what Busbar mirrored is never adopted, whichever copy mirrored it, even where a listener passes it on', async ({
    openProbe,
  }) => {
    const page = await openProbe('a', 'b');
    const counted = await page.evaluate(async () => {
      const { a, b } = copies;
      const depot = a.createBus({ source: 'depot' });
      let heard = 0;
      for (const { createBus, parcel } of [a, b]) createBus({ source: 'tracking' }).on(parcel.sent, () => heard++);
      let mirrored: Event | undefined;
      window.addEventListener('parcel:sent', (event) => {
        mirrored = event;
      });
      depot.emit(a.parcel.sent, { number: 1, to: 'Oslo' });
      await a.settled();
      if (mirrored) window.dispatchEvent(mirrored);
      await a.settled();
      return { heard, emitted: depot.metrics().emitted };
    });
    expect(counted).toEqual({ heard: 2, emitted: 1 });
  });

  test('stopImmediatePropagation in a plain listener silences no subscriber', async ({ openProbe }) => {
    const page = await openProbe();
    await page.evaluate(() => {
      for (const type of ['parcel:sent', 'parcel:located'])
        window.addEventListener(type, (event) => event.stopImmediatePropagation());
    });
    for (const bundle of ['a', 'b']) await page.addScriptTag({ url: `/${bundle}.js` });
    const heard = await page.evaluate(async () => {
      const heard: string[] = [];
      for (const [name, { createBus, parcel }] of Object.entries({ a: copies.a, b: copies.b })) {
        createBus({ source: name }).on([parcel.sent, parcel.located], ({ type }) => heard.push(`${name} ${type}`));
      }
      const { createBus, parcel, settled } = copies.a;
      const bus = createBus({ source: 'depot' });
      for (const contract of [parcel.sent, parcel.located]) bus.emit(contract, { number: 1, to: 'Oslo' });
      await settled();
      return heard;
    });
    expect(heard).toEqual(['a parcel:sent', 'b parcel:sent', 'a parcel:located', 'b parcel:located']);
  });

  test('stopPropagation on the way up keeps no plain event from the bus', async ({ openProbe }) => {
    const page = await openProbe('a');
    const heard = await page.evaluate(async () => {
      const { createBus, parcel, settled } = copies.a;
      let heard = 0;
      createBus({ source: 'tracking' }).on(parcel.sent, () => heard++);
      document.body.addEventListener('parcel:sent', (event) => event.stopPropagation());
      const event = new CustomEvent('parcel:sent', { detail: { number: 1, to: 'Oslo' }, bubbles: true });
      document.querySelector('main')?.dispatchEvent(event);
      await settled();
      return heard;
    });
    expect(heard).toBe(1);
  });

  test('a chain of 1,000 answers between a plain listener and a subscriber is delivered whole', async ({ openProbe }) => {
    const page = await openProbe('a');
    const heard = await page.evaluate(async () => {
      const { createBus, parcel } = copies.a;
      const bus = createBus({ source: 'depot' });
      const numbers: number[] = [];
      window.addEventListener('parcel:sent', (event) => {
        const { number } = (event as CustomEvent).detail;
        numbers.push(number);
        if (number < 1_000) window.dispatchEvent(new CustomEvent('parcel:located', { detail: { number, to: 'Oslo' } }));
        else document.title = 'done';
      });
      bus.on(parcel.located, ({ data }) => void bus.emit(parcel.sent, { ...data, number: data.number + 1 }, { cause: false }));
      bus.emit(parcel.sent, { number: 1, to: 'Oslo' });
      await new Promise((resolve) => {
        new MutationObserver(resolve).observe(document.querySelector('title') as Node, { childList: true });
      });
      return numbers;
    });
    expect(heard).toEqual(Array.from({ length: 1_000 }, (_, index) => index + 1));
  });
});

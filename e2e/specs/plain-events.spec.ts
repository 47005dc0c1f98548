import { expect } from '@playwright/test';
import { test } from '../fixtures/probe-test.ts';

test.describe('Plain browser events work both ways: out', () => {
  test('a plain listener hears what is emitted, detail being the frozen payload itself', async ({ openProbe }) => {
    const page = await openProbe('a');
    const heard = await page.evaluate(async () => {
      const { createBus, parcel, settled } = copies.a;
      const details: unknown[] = [];
      window.addEventListener('parcel:sent', (event) => details.push((event as CustomEvent).detail));
      const bus = createBus({ source: 'depot' });
      const mine = { number: 1, to: 'Oslo' };
      const { data } = bus.emit(parcel.sent, mine);
      const during = details.length;
      await settled();
      const [detail] = details;
      return { during, details, payload: detail === data, mine: detail === mine, frozen: Object.isFrozen(detail) };
    });
    expect(heard).toEqual({ during: 0, details: [{ number: 1, to: 'Oslo' }], payload: true, mine: false, frozen: true });
  });

  test('a plain listener hears every event once, in order, however many copies there are', async ({ openProbe }) => {
    const page = await openProbe('a', 'b');
    const heard = await page.evaluate(async () => {
      const [one, other] = [copies.a, copies.b].map(({ createBus, parcel }, index) => {
        const bus = createBus({ source: `bus-${index}` });
        bus.on(parcel.sent, () => {});
        return (number: number) => bus.emit(parcel.sent, { number, to: 'Oslo' });
      });
      const numbers: number[] = [];
      window.addEventListener('parcel:sent', (event) => numbers.push((event as CustomEvent).detail.number));
      for (const number of [1, 3, 5]) [one?.(number), other?.(number + 1)];
      await copies.a.settled();
      return numbers;
    });
    expect(heard).toEqual([1, 2, 3, 4, 5, 6]);
  });

  test('dom: out is mirrored but not adopted, dom: off neither, a pii contract not', async ({ openProbe }) => {
    const page = await openProbe('a');
    const heard = await page.evaluate(async () => {
      const { createBus, parcel, settled } = copies.a;
      const bus = createBus({ source: 'depot' });
      const [onWindow, onBus]: [string[], string[]] = [[], []];
      const kinds = [parcel.sent, parcel.announced, parcel.sorted, parcel.signed];
      for (const { type } of kinds) window.addEventListener(type, () => onWindow.push(type));
      for (const contract of kinds) bus.on(contract, ({ type, source }) => onBus.push(`${source} ${type}`));
      for (const contract of kinds) bus.emit(contract, { number: 1, to: 'Oslo' });
      await settled();
      const mirrored = onWindow.splice(0);
      for (const { type } of kinds) window.dispatchEvent(new CustomEvent(type, { detail: { number: 2, to: 'Bergen' } }));
      await settled();
      return { mirrored, adopted: onBus.filter((entry) => entry.startsWith('window')) };
    });
    expect(heard).toEqual({ mirrored: ['parcel:sent', 'parcel:announced'], adopted: ['window parcel:sent'] });
  });

  test('a plain listener hears all that was emitted just before the page goes away, past a slow subscriber', async ({
    openProbe,
  }) => {
    const page = await openProbe('a');
    await page.evaluate(() => {
      const { createBus, parcel } = copies.a;
      window.addEventListener('parcel:sent', (event) => {
        sessionStorage.setItem('heard', `${sessionStorage.getItem('heard') ?? ''}${(event as CustomEvent).detail.number} `);
      });
      const bus = createBus({ source: 'depot' });
      bus.on(parcel.sent, () => {
        for (const end = performance.now() + 20; performance.now() < end; );
      });
      const send = (numbers: number[]) => () => {
        for (const number of numbers) bus.emit(parcel.sent, { number, to: 'Oslo' });
      };
      window.addEventListener('beforeunload', send([1, 2]));
      window.addEventListener('pagehide', send([3, 4]), { capture: true });
    });
    await page.reload();
    expect(await page.evaluate(() => sessionStorage.getItem('heard'))).toBe('1 2 3 4 ');
  });
});

test.describe('Plain browser events work both ways: in', () => {
  for (const target of ['window', 'document', 'element'] as const) {
    test(`an event dispatched on the ${target} reaches the subscribers of every copy, validated, once`, async ({ openProbe }) => {
      const page = await openProbe('a', 'b');
      const heard = await page.evaluate(async (target) => {
        const heard: unknown[] = [];
        for (const { createBus, parcel } of [copies.a, copies.b]) {
          createBus({ source: 'tracking' }).on(parcel.sent, ({ data, source }) => heard.push({ ...data, source }));
        }
        const place = { window, document, element: document.querySelector('main') }[target];
        place?.dispatchEvent(new CustomEvent('parcel:sent', { detail: { number: 1, to: 'Oslo', extra: true }, bubbles: true }));
        await copies.a.settled();
        return heard;
      }, target);
      const once = { number: 1, to: 'Oslo', source: 'window' };
      expect(heard).toEqual([once, once]);
    });
  }

  test('an event that does not bubble is for its element alone', async ({ openProbe }) => {
    const page = await openProbe('a');
    const heard = await page.evaluate(async () => {
      const { createBus, parcel, settled } = copies.a;
      let heard = 0;
      createBus({ source: 'tracking' }).on(parcel.sent, () => heard++);
      document.querySelector('main')?.dispatchEvent(new CustomEvent('parcel:sent', { detail: { number: 1, to: 'Oslo' } }));
      await settled();
      return heard;
    });
    expect(heard).toBe(0);
  });

  test('a malformed plain event reaches no subscriber and is a dead letter that names the field', async ({
    openProbe,
    expectMessage,
  }) => {
    expectMessage(/warning: \[busbar refused-plain-event parcel:sent\].*`number`/);
    const page = await openProbe('a');
    const seen = await page.evaluate(async () => {
      const { createBus, parcel, isBusError, settled } = copies.a;
      const bus = createBus({ source: 'tracking' });
      let heard = 0;
      bus.on(parcel.sent, () => heard++);
      window.dispatchEvent(new CustomEvent('parcel:sent', { detail: { number: 'one', to: 'Oslo' } }));
      await settled();
      return {
        heard,
        letters: bus.deadLetters.list().map(({ reason, event, error }) => ({
          reason,
          source: event.source,
          paths: isBusError(error, 'invalid-payload') && error.details.issues.map(({ path }) => path),
        })),
      };
    });
    expect(seen).toEqual({ heard: 0, letters: [{ reason: 'invalid', source: 'window', paths: ['number'] }] });
  });

  test('what a plain script keeps changing afterwards does not change the event', async ({ openProbe }) => {
    const page = await openProbe('a');
    const heard = await page.evaluate(async () => {
      const { createBus, parcel, settled } = copies.a;
      const heard: unknown[] = [];
      createBus({ source: 'tracking' }).on(parcel.sent, ({ data }) => heard.push(data));
      let reads = 0;
      const detail = {
        get number() {
          return reads++ ? Number.NaN : 1;
        },
        to: 'Oslo',
      };
      window.dispatchEvent(new CustomEvent('parcel:sent', { detail }));
      detail.to = 'Nowhere';
      await settled();
      return { heard, reads };
    });
    expect(heard).toEqual({ heard: [{ number: 1, to: 'Oslo' }], reads: 1 });
  });
});

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

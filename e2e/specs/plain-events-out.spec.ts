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

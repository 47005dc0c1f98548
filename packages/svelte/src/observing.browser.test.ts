import { flushSync, tick } from 'svelte';
import { afterEach, expect, test, vi } from 'vitest';
import { cart, openCartPage } from './cart-page.test.fixture.ts';
import { deadLetters, metrics, projection } from './index.ts';
import Setup from './setup.test.fixture.svelte';
import { effect, root, state } from './state.test.fixture.svelte.ts';
import { cleanup, renderWithBus } from './testing.ts';

afterEach(cleanup);
afterEach(() => void vi.useRealTimers());

test('anything with `get` and `subscribe` is shown, without a bus', async () => {
  const { bus, settled } = openCartPage();
  const latest = bus.latest(cart.changed);
  const { container } = renderWithBus(Setup, { props: { setup: () => projection(latest, (now) => now?.count) } });
  expect(container.textContent).toBe('none');
  bus.emit(cart.changed, { count: 1, total: 10 });
  await settled();
  await tick();
  expect(container.textContent).toBe('1');
});

test('letters come and go, and a letter that the filter declines runs nothing', async () => {
  const { bus, settled } = openCartPage();
  bus.on([cart.itemAdded, cart.itemRemoved], () => {
    throw new Error('no room');
  });
  const type = state('cart:itemAdded');
  const seen: unknown[] = [];
  const end = root(() => {
    const letters = deadLetters(({ event }) => event.type === type.current, { bus });
    effect(() => void seen.push(letters.current.map(({ event }) => (event.data as { sku: string }).sku)));
  });
  flushSync();
  bus.emit(cart.itemRemoved, { sku: 'B-2' });
  await settled();
  await tick();
  bus.emit(cart.itemAdded, { sku: 'A-1' });
  await expect.poll(() => seen).toEqual([[], ['A-1']]);
  type.current = 'cart:itemRemoved';
  flushSync();
  expect(seen.at(-1)).toEqual(['B-2']);
  end();
  await tick();
  expect(bus.hub.letterWatchers?.size).toBe(0);
});

test('the figures of now are there at once, and newer ones each period for as long as they are read', async () => {
  vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] });
  const { bus } = openCartPage();
  const every = state(1_000);
  const seen: number[] = [];
  const end = root(() => {
    const figures = metrics(() => every.current, { bus });
    effect(() => void seen.push(figures.current.emitted));
  });
  flushSync();
  bus.emit(cart.itemAdded, { sku: 'A-1' });
  vi.advanceTimersByTime(1_000);
  flushSync();
  expect(seen).toEqual([0, 1]);
  every.current = 100;
  flushSync();
  bus.emit(cart.itemAdded, { sku: 'B-2' });
  vi.advanceTimersByTime(100);
  flushSync();
  expect(seen.at(-1)).toBe(2);
  end();
  await tick();
  expect(vi.getTimerCount()).toBe(0);
});

import { createEffect, createSignal, For } from 'solid-js';
import { expect, test, vi } from 'vitest';
import { cart } from './cart-contracts.test.fixture.ts';
import { openCartPage } from './cart-page.test.fixture.tsx';
import { createDeadLetters, createMetrics } from './index.ts';

test('dead letters are listed as they come and go', async () => {
  const { bus, settled, show } = openCartPage();
  const { container } = show(() => {
    const letters = createDeadLetters();
    return <For each={letters()}>{({ reason }) => <p>{reason}</p>}</For>;
  });
  // @ts-expect-error a number is no sku
  expect(() => bus.emit(cart.itemAdded, { sku: 1 })).toThrow();
  await settled();
  expect(container.textContent).toBe('invalid');
  bus.deadLetters.discard(() => true);
  await settled();
  expect(container.textContent).toBe('');
});

test('a letter that the filter declines runs nothing, and signals that the filter reads do', async () => {
  const { bus, settled, show } = openCartPage();
  const [reason, setReason] = createSignal('failed');
  const shown: number[] = [];
  show(() => {
    const letters = createDeadLetters((letter) => letter.reason === reason());
    createEffect(() => shown.push(letters().length));
    return null;
  });
  // @ts-expect-error a number is no sku
  expect(() => bus.emit(cart.itemAdded, { sku: 1 })).toThrow();
  await settled();
  expect(shown).toEqual([0]);
  setReason('invalid');
  expect(shown).toEqual([0, 1]);
});

test('metrics are there at once, and anew after each period, until the component is gone', () => {
  vi.useFakeTimers();
  const { bus, show } = openCartPage();
  const [every, setEvery] = createSignal(500);
  const { container, unmount } = show(() => {
    const metrics = createMetrics(every);
    return <output>{metrics().emitted}</output>;
  });
  bus.emit(cart.itemAdded, { sku: 'A-1' });
  expect(container.textContent).toBe('0');
  vi.advanceTimersByTime(500);
  expect(container.textContent).toBe('1');
  setEvery(100);
  bus.emit(cart.itemAdded, { sku: 'B-2' });
  vi.advanceTimersByTime(100);
  expect(container.textContent).toBe('2');
  unmount();
  expect(vi.getTimerCount()).toBe(0);
  vi.useRealTimers();
});

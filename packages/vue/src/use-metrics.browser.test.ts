import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { effectScope, ref } from 'vue';
import { cart, openCartPage } from './cart-page.test.fixture.ts';
import { useMetrics } from './index.ts';

beforeEach(() => void vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] }));
afterEach(() => void vi.useRealTimers());

test('the figures of now are there at once, and newer ones every second', () => {
  const { bus } = openCartPage();
  bus.emit(cart.itemAdded, { sku: 'A-1' });
  const scope = effectScope();
  const metrics = scope.run(() => useMetrics(undefined, { bus }))!;
  const first = metrics.value;
  expect(first.emitted).toBe(1);
  bus.emit(cart.itemAdded, { sku: 'B-2' });
  vi.advanceTimersByTime(999);
  expect(metrics.value).toBe(first);
  vi.advanceTimersByTime(1);
  expect(metrics.value.emitted).toBe(2);
  scope.stop();
  expect(vi.getTimerCount()).toBe(0);
});

test('the period may be a ref', () => {
  const { bus } = openCartPage();
  const every = ref(60_000);
  const scope = effectScope();
  const metrics = scope.run(() => useMetrics(every, { bus }))!;
  every.value = 100;
  bus.emit(cart.itemAdded, { sku: 'A-1' });
  vi.advanceTimersByTime(100);
  expect(metrics.value.emitted).toBe(1);
  expect(vi.getTimerCount()).toBe(1);
  scope.stop();
});

test('a period that is none throws to the caller', () => {
  const { bus } = openCartPage();
  expect(() => useMetrics(0, { bus })).toThrow(expect.objectContaining({ code: 'invalid-option' }));
});

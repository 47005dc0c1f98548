import { expect, test, vi } from 'vitest';
import { renderHook } from 'vitest-browser-react';
import { cart, openCartPage } from './cart-page.test.fixture.tsx';
import { BusProvider } from './index.ts';
import { useMetrics } from './panel.ts';

function useTimers(): void {
  vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] });
}

test('a snapshot is there from the first render on, and a new one every so many milliseconds', async () => {
  useTimers();
  const { bus, wrapper } = openCartPage();
  bus.emit(cart.itemAdded, { sku: 'A-1' });
  const seen: number[] = [];
  const { act } = await renderHook(() => seen.push(useMetrics(500).emitted), { wrapper });
  expect(new Set(seen)).toEqual(new Set([1]));
  bus.emit(cart.itemAdded, { sku: 'B-2' });
  await act(() => vi.advanceTimersByTime(499));
  expect(seen.at(-1)).toBe(1);
  await act(() => vi.advanceTimersByTime(1));
  expect(seen.at(-1)).toBe(2);
  vi.useRealTimers();
});

test('another period or another bus begins anew, and unmounting ends the timer', async () => {
  useTimers();
  const [one, other] = [openCartPage(), openCartPage()];
  other.bus.emit(cart.itemAdded, { sku: 'A-1' });
  let { bus } = one;
  const { result, rerender, unmount, act } = await renderHook((every: number = 500) => useMetrics(every).emitted, {
    wrapper: ({ children }) => <BusProvider bus={bus}>{children}</BusProvider>,
  });
  bus = other.bus;
  await rerender(100);
  expect([result.current, vi.getTimerCount()]).toEqual([1, 1]);
  other.bus.emit(cart.itemAdded, { sku: 'B-2' });
  await act(() => vi.advanceTimersByTime(100));
  expect(result.current).toBe(2);
  await unmount();
  expect(vi.getTimerCount()).toBe(0);
  vi.useRealTimers();
});

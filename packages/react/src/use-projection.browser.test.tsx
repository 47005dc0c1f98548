import { expect, test } from 'vitest';
import { render, renderHook } from 'vitest-browser-react';
import { cart, openCartPage } from './cart-page.test.fixture.tsx';
import { useBus, useProjection } from './index.ts';
import { type Sums, Totals } from './totals.test.fixture.ts';

test('a projection is the value of a readable, and each change of it', async () => {
  const totals = new Totals();
  const { result, act } = await renderHook(() => useProjection(totals));
  expect(result.current).toEqual({ gross: 0, net: 0 });
  await act(() => totals.set({ gross: 119, net: 100 }));
  expect(result.current).toEqual({ gross: 119, net: 100 });
});

test('a change that `select` does not look at renders nothing', async () => {
  const totals = new Totals();
  const seen: number[] = [];
  const { act } = await renderHook(() => seen.push(useProjection(totals, ({ net }) => net)));
  await act(() => totals.set({ gross: 119, net: 0 }));
  expect(seen).toEqual([0]);
  await act(() => totals.set({ gross: 119, net: 100 }));
  expect(seen).toEqual([0, 100]);
});

test('`compare` keeps the selection that it finds equal', async () => {
  const totals = new Totals();
  const seen: unknown[] = [];
  const compare = (previous: Sums, next: Sums) => previous.net === next.net;
  const { act, rerender } = await renderHook(() => seen.push(useProjection(totals, ({ ...sums }) => sums, { compare })));
  await act(() => totals.set({ gross: 119, net: 0 }));
  await rerender();
  expect(seen).toEqual([
    { gross: 0, net: 0 },
    { gross: 0, net: 0 },
  ]);
  expect(seen[1]).toBe(seen[0]);
});

test('another readable is another subscription, and none is left behind', async () => {
  const [one, other] = [new Totals(), new Totals()];
  other.set({ gross: 238, net: 200 });
  const { result, rerender, unmount } = await renderHook((totals: Totals = one) => useProjection(totals, ({ net }) => net));
  await rerender(other);
  expect([result.current, one.observers.size, other.observers.size]).toEqual([200, 0, 1]);
  await unmount();
  expect(other.observers.size).toBe(0);
});

test('any readable of the bus is one', async () => {
  const { bus, wrapper } = openCartPage();
  function Letters() {
    return <output>{useProjection(useBus().deadLetters.kept, (letters) => letters.length)} dead letters</output>;
  }
  const screen = await render(<Letters />, { wrapper });
  expect(() => bus.emit(cart.itemAdded, { sku: 1 } as never)).toThrow();
  await expect.element(screen.getByRole('status')).toHaveTextContent('1 dead letters');
});

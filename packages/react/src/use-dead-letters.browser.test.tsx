import type { Bus, DeadLetter } from '@busbar/core';
import { expect, test } from 'vitest';
import { renderHook } from 'vitest-browser-react';
import { cart, openCartPage } from './cart-page.test.fixture.tsx';
import { useDeadLetters } from './panel.ts';

function refuse(bus: Bus, contract: typeof cart.itemAdded | typeof cart.itemRemoved): void {
  expect(() => bus.emit(contract, { sku: 1 } as never)).toThrow();
}

const ofRemovals = ({ event }: DeadLetter) => event.type === 'cart:itemRemoved';

test('the letters that the bus keeps are shown as they come and go', async () => {
  const { bus, wrapper } = openCartPage();
  const { result, act } = await renderHook(() => useDeadLetters(), { wrapper });
  expect(result.current).toEqual([]);
  await act(async () => refuse(bus, cart.itemAdded));
  expect(result.current).toMatchObject([{ reason: 'invalid', event: { type: 'cart:itemAdded' } }]);
  await act(async () => bus.deadLetters.discard(() => true));
  expect(result.current).toEqual([]);
});

test('a letter that the filter declines renders nothing', async () => {
  const { bus, wrapper } = openCartPage();
  const seen: number[] = [];
  const { act } = await renderHook(() => seen.push(useDeadLetters((letter) => ofRemovals(letter)).length), { wrapper });
  await act(async () => refuse(bus, cart.itemAdded));
  expect(seen).toEqual([0]);
  await act(async () => refuse(bus, cart.itemRemoved));
  expect(seen).toEqual([0, 1]);
});

test('the filter is that of the last render, and the same letters are the same list', async () => {
  const { bus, wrapper } = openCartPage();
  refuse(bus, cart.itemAdded);
  const { result, rerender } = await renderHook(
    (removals: boolean = false) => useDeadLetters((letter) => ofRemovals(letter) === removals),
    { wrapper },
  );
  const before = result.current;
  await rerender(false);
  expect(result.current).toBe(before);
  await rerender(true);
  expect([before.length, result.current.length]).toEqual([1, 0]);
});

test('letters that came in one go render once', async () => {
  const { bus, wrapper } = openCartPage();
  const seen: number[] = [];
  const { act } = await renderHook(() => seen.push(useDeadLetters().length), { wrapper });
  await act(async () => {
    for (let time = 0; time < 10; time++) refuse(bus, cart.itemAdded);
  });
  expect(seen).toEqual([0, 10]);
});

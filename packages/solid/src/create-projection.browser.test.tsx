import type { Readable } from '@busbar/core';
import { createEffect, createSignal } from 'solid-js';
import { expect, test } from 'vitest';
import { cart } from './cart-contracts.test.fixture.ts';
import { openCartPage, show } from './cart-page.test.fixture.tsx';
import { createProjection } from './index.ts';

test('a readable is followed without any provider, and runs what reads it only when its selection differs', async () => {
  const { bus, listening, settled } = openCartPage();
  const shown: unknown[] = [];
  const { unmount } = show(() => {
    const count = createProjection(bus.latest(cart.changed), (state) => state?.count);
    createEffect(() => shown.push(count()));
    return null;
  });
  for (const total of [10, 20]) {
    bus.emit(cart.changed, { count: 1, total });
    await settled();
  }
  expect(shown).toEqual([undefined, 1]);
  unmount();
  expect(listening()).toEqual([]);
});

test('another readable takes the place of the former', () => {
  const { bus } = openCartPage();
  bus.emit(cart.changed, { count: 1, total: 10 });
  bus.emit(cart.itemAdded, { sku: 'A-1' });
  const [one, other]: Readable<unknown>[] = [bus.latest(cart.changed), bus.deadLetters.kept];
  const [readable, setReadable] = createSignal(one!);
  const { container } = show(() => <output>{JSON.stringify(createProjection(readable)())}</output>);
  expect(container.textContent).toBe('{"count":1,"total":10}');
  setReadable(other!);
  expect(container.textContent).toBe('[]');
});

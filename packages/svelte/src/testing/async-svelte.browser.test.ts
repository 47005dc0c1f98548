// As the compiler does it for components with `experimental.async`.
import 'svelte/internal/flags/async';
import { expect, test } from 'vitest';
import { cart } from '../cart-page.test.fixture.ts';
import { renderWithBus } from '../testing.ts';
import CartBadge from './cart-badge.test.fixture.svelte';

test('nothing waits for a frame that virtual time holds back, where Svelte’s components may await', async () => {
  const { bus, container, rerender, unmount } = renderWithBus(CartBadge, { time: 'virtual' });
  bus.emit(cart.changed, { count: 2, total: 20 });
  await bus.flush();
  await rerender({ unit: 'pair' });
  expect(container.textContent).toBe('2 × pair');
  await unmount();
  expect(bus.disposed).toBe(true);
});

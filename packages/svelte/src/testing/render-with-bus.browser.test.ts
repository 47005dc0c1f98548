import { createBus, createHub } from '@busbar/core';
import { createRawSnippet, getContext } from 'svelte';
import { afterEach, expect, test } from 'vitest';
import { cart } from '../cart-page.test.fixture.ts';
import Setup from '../setup.test.fixture.svelte';
import { cleanup, renderWithBus } from '../testing.ts';
import CartBadge from './cart-badge.test.fixture.svelte';

afterEach(cleanup);

test('a component is rendered with a test bus, which hears and says what the rest of the page would', async () => {
  const { bus, container, component } = renderWithBus(CartBadge);
  expect(container.textContent).toBe('0 × piece');
  bus.emit(cart.changed, { count: 2, total: 20 });
  await expect.poll(() => container.textContent).toBe('2 × piece');
  container.querySelector('button')!.click();
  component.addLamp();
  expect(bus.emitted(cart.itemAdded).map(({ data }) => data.sku)).toEqual(['lamp-01', 'lamp-01']);
});

test('props may change, snippets among them', async () => {
  const children = createRawSnippet(() => ({ render: () => '<b>of lamps</b>' }));
  const { container, rerender } = renderWithBus(CartBadge, { props: { unit: 'pair' } });
  expect(container.textContent).toBe('0 × pair');
  await rerender({ children });
  expect(container.textContent).toBe('0 × pairof lamps');
});

test('a component finds other context beside the bus', () => {
  let theme: unknown;
  const setup = () => {
    theme = getContext('theme');
  };
  renderWithBus(Setup, { props: { setup }, context: new Map([['theme', 'dark']]) });
  expect(theme).toBe('dark');
});

test('unmounting takes the component, its element and the bus that was made for it', async () => {
  const { bus, container, unmount } = renderWithBus(CartBadge, { source: 'badge' });
  expect(bus.source).toBe('badge');
  await unmount();
  await unmount();
  expect(container.isConnected).toBe(false);
  expect(bus.disposed).toBe(true);
});

test('cleaning up takes everything that was rendered, and leaves a bus that was given', async () => {
  const bus = createBus({ source: 'mine', hub: createHub() });
  const containers = [renderWithBus(CartBadge, { bus }), renderWithBus(CartBadge, { bus })].map(({ container }) => container);
  await cleanup();
  expect(containers.map(({ isConnected }) => isConnected)).toEqual([false, false]);
  expect(bus.metrics().subscriptions).toEqual([]);
  expect(bus.disposed).toBe(false);
});

test('a component that throws while it is made leaves nothing behind', async () => {
  const setup = () => {
    throw new Error('no setup');
  };
  expect(() => renderWithBus(Setup, { props: { setup } })).toThrow('no setup');
  await cleanup();
  expect(document.body.children).toHaveLength(0);
});

import { type Component, flushSync, tick } from 'svelte';
// @ts-expect-error Svelte has no types for what its compiler makes components call
import { HMR, hmr } from 'svelte/internal/client';
import { afterEach, expect, test } from 'vitest';
import { cart, openCartPage } from './cart-page.test.fixture.ts';
import { eventState, onEvent } from './index.ts';
import Setup from './setup.test.fixture.svelte';
import { cleanup, renderWithBus } from './testing.ts';

afterEach(cleanup);

/** A component as the compiler makes it for hot reload. */
type Reloadable = Component & Record<symbol, { update(next: Reloadable): void }>;

test('a reloaded component leaves nothing of its old version', async () => {
  const { bus, listening, settled } = openCartPage();
  const heard: string[] = [];
  const version = (name: string): Reloadable => {
    const setup = () => {
      onEvent(cart.itemAdded, ({ data }) => heard.push(`${name} ${data.sku}`));
      return eventState(cart.changed, { select: (state) => `${name} ${state?.count}` });
    };
    return hmr((anchor: never) => Setup(anchor, { setup }));
  };
  const Old = version('old');
  const { container } = renderWithBus(Old, { bus });
  const before = listening();
  Old[HMR]!.update(version('new'));
  flushSync();
  await tick();
  expect(container.textContent).toBe('new undefined');
  bus.emit(cart.itemAdded, { sku: 'A-1' });
  await settled();
  expect(heard).toEqual(['new A-1']);
  expect(before).toEqual(['cart:itemAdded', 'cart:changed']);
  expect(listening()).toEqual(before);
});

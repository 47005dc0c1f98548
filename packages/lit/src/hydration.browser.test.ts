// Before Lit, which it teaches to hydrate.
import '@lit-labs/ssr-client/lit-element-hydrate-support.js';
import { expect, test } from 'vitest';
import { commands } from 'vitest/browser';
import { CartBadge } from './cart-badge.test.fixture.ts';
import { cart } from './cart-contracts.test.fixture.ts';
import { openCartPage } from './cart-page.test.fixture.ts';

test('hydration begins with what the server rendered, and goes on to what the page holds', async () => {
  const { bus, root, listening, settled } = openCartPage();
  bus.emit(cart.changed, { count: 2, total: 20 });
  root.setHTMLUnsafe(await commands.renderOnServer('packages/lit/src/cart-page.server.test.fixture.ts', { count: 1 }));
  const badge = root.querySelector<CartBadge>('cart-badge')!;
  const rendered = badge.shadowRoot!.querySelector('output')!;
  expect(rendered.textContent).toBe('1');
  await badge.updateComplete;
  expect([rendered.textContent, badge.renders]).toEqual(['1', 1]);
  await expect.poll(() => rendered.textContent).toBe('2');
  expect(badge.shadowRoot!.querySelector('output')).toBe(rendered);
  expect(badge.renders).toBe(2);
  bus.emit(cart.itemAdded, { sku: 'A-1' });
  await settled();
  expect(badge.added).toEqual(['A-1']);
  expect(listening()).toHaveLength(4);
});

test('an element that no server rendered begins with what the page holds', async () => {
  const { bus, root } = openCartPage();
  bus.emit(cart.changed, { count: 2, total: 20 });
  const badge = root.appendChild(new CartBadge());
  await badge.updateComplete;
  expect(badge.shadowRoot!.textContent).toBe('2');
  expect(badge.renders).toBe(1);
});

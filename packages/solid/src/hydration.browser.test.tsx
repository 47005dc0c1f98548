import { hydrate } from 'solid-js/web';
import { expect, onTestFinished, test } from 'vitest';
import { commands } from 'vitest/browser';
import { cart } from './cart-contracts.test.fixture.ts';
import { CartPage } from './cart-page.server.test.fixture.tsx';
import { openCartPage } from './cart-page.test.fixture.tsx';
import { BusProvider } from './index.ts';

test('hydration begins with what the server rendered, and goes on to what the page holds', async () => {
  const { bus, listening, settled } = openCartPage();
  bus.emit(cart.changed, { count: 2, total: 20 });
  const html = await commands.renderOnServer('packages/solid/src/cart-page.server.test.fixture.tsx', { count: 1 });
  const container = document.body.appendChild(document.createElement('main'));
  // Unlike `innerHTML`, this runs the scripts that the server put into the page.
  container.append(document.createRange().createContextualFragment(html));
  const rendered = container.querySelector('output');
  expect(rendered?.textContent).toBe('1');
  const added: string[] = [];
  const dispose = hydrate(
    () => (
      <BusProvider bus={bus}>
        <CartPage initial={1} onAdded={(sku) => added.push(sku)} />
      </BusProvider>
    ),
    container,
  );
  onTestFinished(() => {
    dispose();
    container.remove();
  });
  await expect.poll(() => rendered?.textContent).toBe('2');
  await expect.poll(() => container.querySelector('p')?.textContent).toBe('late: 2');
  expect(container.querySelector('output')).toBe(rendered);
  bus.emit(cart.itemAdded, { sku: 'A-1' });
  await settled();
  expect(added).toEqual(['A-1']);
  expect(listening().sort()).toEqual(['cart:changed', 'cart:changed', 'cart:itemAdded']);
});

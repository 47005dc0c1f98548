import { hydrateRoot } from 'react-dom/client';
import { expect, onTestFinished, test } from 'vitest';
import { commands } from 'vitest/browser';
import { cart, openCartPage } from './cart-page.test.fixture.tsx';
import { Page } from './hydrated-page.server.test.fixture.tsx';

const known = { count: 1, total: 10 };

/** Renders the page on a server and hydrates it here. Whatever React says of a mismatch goes to the console, which is watched. */
async function hydrate(prepare: (bus: ReturnType<typeof openCartPage>['bus']) => void) {
  const page = openCartPage();
  prepare(page.bus);
  const container = document.body.appendChild(document.createElement('main'));
  container.innerHTML = await commands.renderOnServer('packages/react/src/hydrated-page.server.test.fixture.tsx', known);
  const html = container.textContent;
  const button = container.querySelector('button');
  const output = container.querySelector('output')!;
  const recovered: unknown[] = [];
  const root = hydrateRoot(container, <Page bus={page.bus} known={known} />, {
    onRecoverableError: (error) => recovered.push(error),
  });
  onTestFinished(() => {
    root.unmount();
    container.remove();
  });
  return { ...page, container, html, button, output, recovered };
}

test('a page that a server rendered is taken over as it is, and then shows what the page holds', async () => {
  const { bus, container, html, button, output, recovered } = await hydrate((bus) => {
    bus.emit(cart.changed, known);
    expect(() => bus.emit(cart.itemAdded, { sku: 1 } as never)).toThrow();
  });
  expect(html).toBe('1 in the cart, removed nothing, 0 of 0 dead10');
  await expect.poll(() => container.textContent).toBe('1 in the cart, removed nothing, 1 of 1 dead10');
  await expect.poll(() => output.dataset['live']).toBe('yes');
  bus.emit(cart.changed, { count: 2, total: 20 });
  await expect.poll(() => container.textContent).toMatch(/^2 in the cart.*20$/);
  expect(container.querySelector('button')).toBe(button);
  expect(recovered).toEqual([]);
});

test('a page that holds newer state already begins with what the server rendered, and goes on to it', async () => {
  const { container, button, recovered } = await hydrate((bus) => bus.emit(cart.changed, { count: 2, total: 10 }));
  await expect.poll(() => container.textContent).toMatch(/^2 in the cart/);
  expect(container.querySelector('button')).toBe(button);
  expect(recovered).toEqual([]);
});

test('what suspends here stays as the server rendered it until its payload comes', async () => {
  const { bus, container, output, recovered, listening } = await hydrate(() => {});
  await expect.poll(() => listening().filter((target) => target === 'cart:changed').length).toBe(2);
  expect([container.textContent?.slice(-2), output.dataset['live']]).toEqual(['10', undefined]);
  bus.emit(cart.changed, known);
  await expect.poll(() => output.dataset['live']).toBe('yes');
  bus.emit(cart.changed, { count: 1, total: 20 });
  await expect.poll(() => container.textContent).toMatch(/20$/);
  expect(container.querySelector('output')).toBe(output);
  expect(recovered).toEqual([]);
});

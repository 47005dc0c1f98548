import { flushSync, hydrate, tick, unmount } from 'svelte';
import { expect, onTestFinished, test } from 'vitest';
import { commands } from 'vitest/browser';
import { busKey } from './bus-context.ts';
import type { Answer } from './cart-page.server.test.fixture.ts';
import { cart, openCartPage } from './cart-page.test.fixture.ts';
import CartView from './cart-view.test.fixture.svelte';

type Cart = { count: number; total: number };

async function answered(carts: Cart[], isHubShared = false): Promise<Answer> {
  const file = 'packages/svelte/src/cart-page.server.test.fixture.ts';
  return JSON.parse(await commands.renderOnServer(file, carts, isHubShared));
}

const text = (html: string) => new DOMParser().parseFromString(html, 'text/html').body.textContent?.trim();

async function cartFromServer(initial: Cart) {
  const page = openCartPage();
  const main = document.body.appendChild(document.createElement('main'));
  const { bodies } = await answered([initial]);
  main.innerHTML = bodies[0]!;
  const button = main.querySelector('button')!;
  const start = (): void => {
    const view = hydrate(CartView, { target: main, props: { initial }, context: new Map([[busKey, page.bus]]) });
    onTestFinished(() => unmount(view));
    flushSync();
  };
  onTestFinished(() => main.remove());
  return { ...page, main, button, start };
}

test('a server renders what its own request emitted, and no request sees another’s', async () => {
  const { bodies } = await answered([
    { count: 0, total: 10 },
    { count: 1, total: 20 },
  ]);
  expect(bodies.map(text)).toEqual(['1 in it, nothing added, 0 lost, 0 heard', '2 in it, nothing added, 0 lost, 0 heard']);
});

test('many requests leave nothing on a hub, also if they wrongly share one', async () => {
  const requests = Array.from({ length: 200 }, (_, total) => ({ count: 0, total }));
  const [few, many] = [await answered(requests.slice(0, 1), true), await answered(requests, true)];
  expect([many.subscriptions, many.watchers]).toEqual([0, 0]);
  expect(many.topics).toBe(few.topics);
});

// Svelte warns on the console of what it finds otherwise than it renders it, and that fails a test.
test('what the server rendered is hydrated without a warning, in place', async () => {
  const { bus, button, main, start } = await cartFromServer({ count: 0, total: 10 });
  bus.emit(cart.changed, { count: 1, total: 10 });
  start();
  expect(main.querySelector('button')).toBe(button);
  expect(button.textContent).toBe('1 in it, nothing added, 0 lost, 0 heard');
  button.click();
  await expect.poll(() => button.textContent).toBe('1 in it, A-1 added, 0 lost, 1 heard');
});

test('what the page holds by then is put right without a warning, also where it is another branch', async () => {
  const { bus, main, start, settled } = await cartFromServer({ count: 0, total: 10 });
  bus.emit(cart.changed, { count: 3, total: 30 });
  start();
  await settled();
  await tick();
  expect(main.textContent).toBe('3 in it, nothing added, 0 lost, 0 heard That is a lot.');
});

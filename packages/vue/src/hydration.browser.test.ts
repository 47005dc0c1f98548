import { createPinia, defineStore } from 'pinia';
import { expect, onTestFinished, test } from 'vitest';
import { commands } from 'vitest/browser';
import { createSSRApp, defineComponent, h, nextTick, ref } from 'vue';
import { cart, openCartPage } from './cart-page.test.fixture.ts';
import { type CartState, CartView } from './cart-view.test.fixture.ts';
import { createBusPlugin, useEventState } from './index.ts';

async function hydratedCart(initial: CartState) {
  const page = openCartPage();
  const main = document.body.appendChild(document.createElement('main'));
  main.innerHTML = await commands.renderOnServer('packages/vue/src/cart-page.server.test.fixture.ts', initial);
  const html = main.innerHTML;
  const button = main.querySelector('button')!;
  const app = createSSRApp(CartView, { initial }).use(createBusPlugin(page.bus));
  onTestFinished(() => {
    app.unmount();
    main.remove();
  });
  return { ...page, html, button, hydrate: () => app.mount(main) };
}

// Vue warns on the console of what it finds otherwise than it renders it, and that fails a test.
test('what the server rendered is hydrated without a warning, in place', async () => {
  const { button, html, hydrate, bus } = await hydratedCart({ count: 1, total: 10 });
  expect(html).toBe('<button>1 in it, nothing added, 0 lost</button>');
  hydrate();
  expect(document.querySelector('main button')).toBe(button);
  button.click();
  await expect.poll(() => button.textContent).toBe('1 in it, A-1 added, 0 lost');
  bus.emit(cart.changed, { count: 2, total: 20 });
  await expect.poll(() => button.textContent).toBe('2 in it, A-1 added, 0 lost');
});

test('hydration begins with what the server rendered, and goes on to what the page holds by then', async () => {
  const { button, hydrate, bus } = await hydratedCart({ count: 1, total: 10 });
  bus.emit(cart.changed, { count: 3, total: 30 });
  hydrate();
  expect(button.textContent).toBe('1 in it, nothing added, 0 lost');
  await expect.poll(() => button.textContent).toBe('3 in it, nothing added, 0 lost');
});

test('a store that a hydrating component used first outlives that component', async () => {
  const { bus, listening } = openCartPage();
  const useCart = defineStore('cart', () => ({ count: useEventState(cart.changed, { select: (state) => state?.count ?? 0 }) }));
  const Count = defineComponent(() => {
    const store = useCart();
    return () => h('output', store.count);
  });
  const isShown = ref(true);
  const main = document.createElement('main');
  main.innerHTML = '<p><output>0</output></p>';
  const app = createSSRApp(() => h('p', isShown.value ? [h(Count)] : []));
  app.use(createBusPlugin(bus)).use(createPinia()).mount(main);
  onTestFinished(() => app.unmount());
  isShown.value = false;
  await nextTick();
  bus.emit(cart.changed, { count: 2, total: 20 });
  isShown.value = true;
  await expect.poll(() => main.textContent).toBe('2');
  expect(listening()).toEqual(['cart:changed']);
});

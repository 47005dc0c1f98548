import { createPinia, defineStore, setActivePinia, storeToRefs } from 'pinia';
import { expect, test } from 'vitest';
import { render } from 'vitest-browser-vue';
import { createApp, defineComponent, h, ref } from 'vue';
import { cart, openCartPage } from './cart-page.test.fixture.ts';
import { createBusPlugin, useEmit, useEvent, useEventState } from './index.ts';

const useCart = defineStore('cart', () => {
  const skus = ref<string[]>([]);
  useEvent(cart.itemAdded, ({ data }) => skus.value.push(data.sku));
  const count = useEventState(cart.changed, { initial: { count: 0, total: 0 }, select: (state) => state.count });
  return { skus, count, add: useEmit(cart.itemAdded) };
});

const Cart = defineComponent(() => {
  const store = useCart();
  const { skus, count } = storeToRefs(store);
  return () => h('output', { onClick: () => store.add({ sku: 'A-1' }) }, `${count.value} of ${skus.value.join()}`);
});

test('a store hears, holds state and emits, and outlives the component that used it first', async () => {
  const { bus, global, listening } = openCartPage();
  const pinia = createPinia();
  const plugins = [...global.plugins, pinia];
  const first = await render(Cart, { global: { plugins } });
  await first.getByRole('status').click();
  await expect.element(first.getByRole('status')).toHaveTextContent('0 of A-1');
  await first.unmount();
  bus.emit(cart.itemAdded, { sku: 'B-2' });
  bus.emit(cart.changed, { count: 2, total: 20 });
  const second = await render(Cart, { global: { plugins } });
  await expect.element(second.getByRole('status')).toHaveTextContent('2 of A-1,B-2');
  expect(listening()).toEqual(['cart:itemAdded', 'cart:changed']);
});

test('a store that is disposed of leaves no subscription', () => {
  const { bus, listening } = openCartPage();
  const pinia = createPinia();
  createApp({}).use(createBusPlugin(bus)).use(pinia);
  setActivePinia(pinia);
  const store = useCart();
  expect(listening()).toHaveLength(2);
  store.$dispose();
  expect(listening()).toEqual([]);
});

test('two apps with a store of the same name hear their own buses', async () => {
  const [one, other] = [openCartPage(), openCartPage()];
  const rendered = ({ global }: typeof one) => render(Cart, { global: { plugins: [...global.plugins, createPinia()] } });
  const screens = [await rendered(one), await rendered(other)];
  one.bus.emit(cart.itemAdded, { sku: 'one' });
  other.bus.emit(cart.itemAdded, { sku: 'other' });
  await expect.poll(() => screens.map(({ container }) => container.textContent)).toEqual(['0 of one', '0 of other']);
});

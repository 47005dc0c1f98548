import { expect, test } from 'vitest';
import { render } from 'vitest-browser-vue';
import { computed, defineComponent, h, ref } from 'vue';
import { cart, openCartPage } from './cart-page.test.fixture.ts';
import { component } from './component.test.fixture.ts';
import { useEvent } from './index.ts';

test('the handler sees the reactive state of now', async () => {
  const { bus, global, settled } = openCartPage();
  const Count = defineComponent(() => {
    const count = ref(0);
    useEvent(cart.itemAdded, () => {
      count.value = count.value + 1;
    });
    return () => h('output', count.value);
  });
  const screen = await render(Count, { global });
  bus.emit(cart.itemAdded, { sku: 'A-1' });
  bus.emit(cart.itemAdded, { sku: 'B-2' });
  await settled();
  await expect.element(screen.getByRole('status')).toHaveTextContent('2');
});

test('several contracts in a list, a pattern and `where` go to the bus', async () => {
  const { bus, global, settled } = openCartPage();
  const heard: string[] = [];
  const Listener = component(() => {
    useEvent([cart.itemAdded, cart.itemRemoved], ({ type }) => heard.push(type));
    useEvent('cart:*', ({ type }) => heard.push(`* ${type}`), { where: ({ type }) => type === 'cart:itemRemoved' });
  });
  await render(Listener, { global });
  bus.emit(cart.itemAdded, { sku: 'A-1' });
  bus.emit(cart.itemRemoved, { sku: 'A-1' });
  await settled();
  expect(heard).toEqual(['cart:itemAdded', 'cart:itemRemoved', '* cart:itemRemoved']);
});

test('`enabled` ends the subscription and begins it again at once, with what was retained meanwhile', async () => {
  const { bus, global, listening, settled } = openCartPage();
  const heard: number[] = [];
  const enabled = ref(false);
  await render(
    component(() => useEvent(cart.changed, ({ data }) => heard.push(data.count), { enabled })),
    { global },
  );
  expect(listening()).toEqual([]);
  enabled.value = true;
  bus.emit(cart.changed, { count: 1, total: 10 });
  await settled();
  enabled.value = false;
  expect(listening()).toEqual([]);
  bus.emit(cart.changed, { count: 2, total: 20 });
  enabled.value = true;
  await settled();
  expect(heard).toEqual([1, 2]);
});

test('another contract moves the subscription to it', async () => {
  const { bus, global, listening, settled } = openCartPage();
  const heard: string[] = [];
  const removing = ref(false);
  const contract = computed(() => (removing.value ? cart.itemRemoved : cart.itemAdded));
  await render(
    component(() => useEvent(contract, ({ type }) => heard.push(type))),
    { global },
  );
  removing.value = true;
  bus.emit(cart.itemAdded, { sku: 'A-1' });
  bus.emit(cart.itemRemoved, { sku: 'A-1' });
  await settled();
  expect(heard).toEqual(['cart:itemRemoved']);
  expect(listening()).toEqual(['cart:itemRemoved']);
});

test('a reactive change that leaves the contract as it was keeps the subscription', async () => {
  const { bus, global } = openCartPage();
  const ids = () => bus.metrics().subscriptions.map(({ id }) => id);
  const quantity = ref(1);
  await render(
    component(() =>
      useEvent(
        () => (quantity.value > 0 ? cart.itemAdded : cart.itemRemoved),
        () => {},
      ),
    ),
    { global },
  );
  const before = ids();
  quantity.value = 2;
  expect(ids()).toEqual(before);
});

test('a handler that throws goes to the bus, and its component and its neighbours go on', async () => {
  const { bus, global, errors, settled } = openCartPage();
  const heard: string[] = [];
  const Both = component(() => {
    useEvent(cart.itemAdded, () => {
      throw new Error('no room');
    });
    useEvent(cart.itemAdded, ({ data }) => heard.push(data.sku));
  });
  await render(Both, { global });
  bus.emit(cart.itemAdded, { sku: 'A-1' });
  bus.emit(cart.itemAdded, { sku: 'B-2' });
  await settled();
  expect(heard).toEqual(['A-1', 'B-2']);
  expect(errors.map(({ code }) => code)).toEqual(['handler-failed', 'handler-failed']);
  expect(bus.deadLetters.list().map(({ event }) => event.data)).toEqual([{ sku: 'A-1' }, { sku: 'B-2' }]);
});

test('what the bus refuses at the first subscription throws to the caller', () => {
  const { bus } = openCartPage();
  const deaf = bus.scope({ subscribe: ['checkout:*'] });
  expect(() => useEvent(cart.itemAdded, () => {}, { bus: deaf })).toThrow(expect.objectContaining({ code: 'forbidden' }));
});

test('what the bus refuses at a later subscription goes to Vue’s error handling', async () => {
  const { bus, global } = openCartPage();
  const caught: unknown[] = [];
  const enabled = ref(false);
  const config = { errorHandler: (error: unknown) => caught.push(error) };
  await render(
    component(() => useEvent(cart.itemAdded, () => {}, { enabled })),
    { global: { ...global, config } },
  );
  bus.dispose();
  enabled.value = true;
  expect(caught).toEqual([expect.objectContaining({ code: 'disposed' })]);
});

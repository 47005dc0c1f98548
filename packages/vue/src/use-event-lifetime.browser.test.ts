import { expect, test } from 'vitest';
import { render } from 'vitest-browser-vue';
import { defineComponent, effectScope, h, KeepAlive, nextTick, onMounted, ref, shallowRef } from 'vue';
import { cart, openCartPage } from './cart-page.test.fixture.ts';
import { component } from './component.test.fixture.ts';
import { provideBus, useEvent } from './index.ts';

test('a component hears events from its setup to its unmounting', async () => {
  const { bus, global, listening, settled } = openCartPage();
  const heard: string[] = [];
  const Listener = component(() => {
    useEvent(cart.itemAdded, ({ data }) => heard.push(data.sku));
    bus.emit(cart.itemAdded, { sku: 'in setup' });
    onMounted(() => bus.emit(cart.itemAdded, { sku: 'on mount' }));
  });
  const { unmount } = await render(Listener, { global });
  await settled();
  expect(listening()).toEqual(['cart:itemAdded']);
  await unmount();
  bus.emit(cart.itemAdded, { sku: 'after' });
  await settled();
  expect(heard).toEqual(['in setup', 'on mount']);
  expect(listening()).toEqual([]);
});

test('the returned function ends the subscription for good', async () => {
  const { global, listening } = openCartPage();
  const enabled = ref(true);
  let stop = () => {};
  const Listener = component(() => {
    stop = useEvent(cart.itemAdded, () => {}, { enabled });
  });
  const { unmount } = await render(Listener, { global });
  stop();
  expect(listening()).toEqual([]);
  enabled.value = false;
  enabled.value = true;
  expect(listening()).toEqual([]);
  await unmount();
});

test('another bus, provided to a subtree that is made anew, takes its subscriptions along', async () => {
  const one = openCartPage();
  const other = openCartPage();
  const heard: string[] = [];
  const Listener = component(() => useEvent(cart.itemAdded, ({ data }) => heard.push(data.sku)));
  const Scope = defineComponent({
    props: ['bus'],
    setup(props) {
      provideBus(props['bus']);
      return () => h(Listener);
    },
  });
  const bus = shallowRef(one.bus);
  await render(defineComponent(() => () => h(Scope, { bus: bus.value, key: bus.value === one.bus ? 1 : 2 })));
  bus.value = other.bus;
  await nextTick();
  one.bus.emit(cart.itemAdded, { sku: 'one' });
  other.bus.emit(cart.itemAdded, { sku: 'other' });
  await Promise.all([one.settled(), other.settled()]);
  expect(heard).toEqual(['other']);
  expect(one.listening()).toEqual([]);
});

test('a handler may unmount its own component, and is not called for the event after', async () => {
  const { bus, global, listening, settled } = openCartPage();
  const heard: string[] = [];
  const Row = component(() =>
    useEvent(cart.itemRemoved, ({ data }) => {
      heard.push(data.sku);
      void unmounting.unmount();
    }),
  );
  const unmounting = await render(Row, { global });
  bus.emit(cart.itemRemoved, { sku: 'A-1' });
  bus.emit(cart.itemRemoved, { sku: 'B-2' });
  await settled();
  expect(heard).toEqual(['A-1']);
  expect(listening()).toEqual([]);
});

test('unmounting aborts the signal of a handler that is at work', async () => {
  const { bus, global, settled } = openCartPage();
  let signal: AbortSignal | undefined;
  const atWork = (context: { signal: AbortSignal }) => {
    signal = context.signal;
    return new Promise((resolve) => signal?.addEventListener('abort', resolve));
  };
  const { unmount } = await render(
    component(() => useEvent(cart.itemAdded, (_, context) => atWork(context))),
    { global },
  );
  bus.emit(cart.itemAdded, { sku: 'A-1' });
  await settled();
  expect(signal?.aborted).toBe(false);
  await unmount();
  expect(signal?.aborted).toBe(true);
});

test('a component kept alive goes on hearing', async () => {
  const { bus, global, settled } = openCartPage();
  const heard: string[] = [];
  const shown = ref(true);
  const Tab = component(() => useEvent(cart.itemAdded, ({ data }) => heard.push(data.sku)));
  const Tabs = defineComponent(() => () => h(KeepAlive, () => (shown.value ? h(Tab) : null)));
  await render(Tabs, { global });
  shown.value = false;
  await nextTick();
  bus.emit(cart.itemAdded, { sku: 'A-1' });
  await settled();
  expect(heard).toEqual(['A-1']);
});

test('an effect scope outside of any component works with a bus given to it', async () => {
  const { bus, listening, settled } = openCartPage();
  const heard: string[] = [];
  const scope = effectScope();
  scope.run(() => useEvent(cart.itemAdded, ({ data }) => heard.push(data.sku), { bus }));
  bus.emit(cart.itemAdded, { sku: 'A-1' });
  await settled();
  scope.stop();
  bus.emit(cart.itemAdded, { sku: 'B-2' });
  await settled();
  expect(heard).toEqual(['A-1']);
  expect(listening()).toEqual([]);
});

test('without any scope the returned function ends the subscription', () => {
  const { bus, listening } = openCartPage();
  const stop = useEvent(cart.itemAdded, () => {}, { bus });
  expect(listening()).toEqual(['cart:itemAdded']);
  stop();
  expect(listening()).toEqual([]);
});

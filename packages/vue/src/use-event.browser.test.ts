import { createBus, createHub } from '@busbar/core';
import { expect, test } from 'vitest';
import { render } from 'vitest-browser-vue';
import { computed, defineComponent, effectScope, h, KeepAlive, nextTick, onMounted, ref, shallowRef } from 'vue';
import { cart, openCartPage } from './cart-page.test.fixture.ts';
import { provideBus, useBus, useEvent } from './index.ts';

/** A component that does nothing but what its setup does. */
const component = (setup: () => unknown) =>
  defineComponent(() => {
    setup();
    return () => null;
  });

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

test('a composable without a bus says what is missing', () => {
  expect(() => effectScope().run(() => useBus())).toThrow(/found no bus.*app\.use\(createBusPlugin\(bus\)\)/);
});

test('the nearest provided bus counts', async () => {
  const inner = createBus({ source: 'inner', hub: createHub() });
  const { global } = openCartPage();
  const Source = defineComponent(() => {
    const { source } = useBus();
    return () => h('output', source);
  });
  const Scope = defineComponent(() => {
    provideBus(inner);
    return () => h(Source);
  });
  const screen = await render(Scope, { global });
  await expect.element(screen.getByRole('status')).toHaveTextContent('inner');
});

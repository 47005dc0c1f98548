import { flushSync } from 'svelte';
import { afterEach, expect, test } from 'vitest';
import { cart, openCartPage } from './cart-page.test.fixture.ts';
import { onEvent } from './index.ts';
import Setup from './setup.test.fixture.svelte';
import { root, state } from './state.test.fixture.svelte.ts';
import { cleanup, renderWithBus } from './testing.ts';

afterEach(cleanup);

test('a component hears events from the moment that it is made, until it is unmounted', async () => {
  const { bus, listening, settled } = openCartPage();
  const heard: string[] = [];
  const setup = () => {
    onEvent(cart.itemAdded, ({ data }) => heard.push(data.sku));
    bus.emit(cart.itemAdded, { sku: 'while it is made' });
  };
  const { unmount } = renderWithBus(Setup, { bus, props: { setup } });
  bus.emit(cart.itemAdded, { sku: 'mounted' });
  await settled();
  expect(listening()).toEqual(['cart:itemAdded']);
  await unmount();
  bus.emit(cart.itemAdded, { sku: 'after' });
  await settled();
  expect(heard).toEqual(['while it is made', 'mounted']);
  expect(listening()).toEqual([]);
});

test('a contract and options that are getters follow runes', async () => {
  const { bus, listening } = openCartPage();
  const [removing, enabled] = [state(false), state(true)];
  const end = root(() =>
    onEvent(
      () => (removing.current ? cart.itemRemoved : cart.itemAdded),
      () => {},
      () => ({ bus, enabled: enabled.current }),
    ),
  );
  expect(listening()).toEqual(['cart:itemAdded']);
  removing.current = true;
  flushSync();
  expect(listening()).toEqual(['cart:itemRemoved']);
  enabled.current = false;
  flushSync();
  expect(listening()).toEqual([]);
  enabled.current = true;
  flushSync();
  expect(listening()).toEqual(['cart:itemRemoved']);
  end();
  expect(listening()).toEqual([]);
});

test('a change of runes that leaves contract and options as they were keeps the subscription', () => {
  const { bus } = openCartPage();
  const ids = () => bus.metrics().subscriptions.map(({ id }) => id);
  const quantity = state(1);
  const end = root(() =>
    onEvent(
      () => [quantity.current > 0 ? cart.itemAdded : cart.itemRemoved],
      () => {},
      () => ({ bus, retry: { attempts: quantity.current > 0 ? 1 : 2 } }),
    ),
  );
  const before = ids();
  quantity.current = 2;
  flushSync();
  expect(ids()).toEqual(before);
  end();
});

test('what the handler reads of runes is not followed, not even when it runs at once', async () => {
  const { bus } = openCartPage();
  bus.emit(cart.changed, { count: 1, total: 10 });
  const ids = () => bus.metrics().subscriptions.map(({ id }) => id);
  const factor = state(1);
  const heard: number[] = [];
  const end = root(() => onEvent(cart.changed, ({ data }) => heard.push(data.count * factor.current), { bus, delivery: 'sync' }));
  const before = ids();
  factor.current = 2;
  flushSync();
  expect(ids()).toEqual(before);
  bus.emit(cart.changed, { count: 2, total: 20 });
  await expect.poll(() => heard).toEqual([1, 4]);
  end();
});

test('where nothing could end it, it throws: without a bus and with one', () => {
  const { bus, listening } = openCartPage();
  expect(() => onEvent(cart.itemAdded, () => {})).toThrow('Busbar found no bus: setBus(bus) above');
  expect(() => onEvent(cart.itemAdded, () => {}, { bus })).toThrow('`$effect.pre` can only be used inside an effect');
  expect(listening()).toEqual([]);
});

test('what the bus refuses throws to the caller', () => {
  const { bus } = openCartPage();
  const deaf = bus.scope({ subscribe: ['checkout:*'] });
  const listen = () => root(() => onEvent(cart.itemAdded, () => {}, { bus: deaf }));
  expect(listen).toThrow(expect.objectContaining({ code: 'forbidden' }));
});

test('what the bus refuses at a later subscription fails as an effect that throws', () => {
  const { bus } = openCartPage();
  const enabled = state(false);
  const end = root(() => onEvent(cart.itemAdded, () => {}, { bus, enabled: () => enabled.current }));
  bus.dispose();
  enabled.current = true;
  expect(() => flushSync()).toThrow(expect.objectContaining({ code: 'disposed' }));
  end();
});

test('a handler may unmount its own component, and is not called for the event after', async () => {
  const { bus, settled, listening } = openCartPage();
  const heard: string[] = [];
  const setup = () =>
    onEvent(cart.itemRemoved, ({ data }) => {
      heard.push(data.sku);
      void unmount();
    });
  const { unmount } = renderWithBus(Setup, { bus, props: { setup } });
  bus.emit(cart.itemRemoved, { sku: 'A-1' });
  bus.emit(cart.itemRemoved, { sku: 'B-2' });
  await settled();
  expect(heard).toEqual(['A-1']);
  expect(listening()).toEqual([]);
});

import { createSignal, ErrorBoundary } from 'solid-js';
import { expect, test } from 'vitest';
import { cart } from './cart-contracts.test.fixture.ts';
import { openCartPage, show } from './cart-page.test.fixture.tsx';
import { BusProvider, createEvent } from './index.ts';

test('the handler sees the signals of now', async () => {
  const { bus, settled, show } = openCartPage();
  const Count = () => {
    const [count, setCount] = createSignal(0);
    createEvent(cart.itemAdded, () => setCount(count() + 1));
    return <output>{count()}</output>;
  };
  const { container } = show(() => <Count />);
  bus.emit(cart.itemAdded, { sku: 'A-1' });
  bus.emit(cart.itemAdded, { sku: 'B-2' });
  await settled();
  expect(container.textContent).toBe('2');
});

test('several contracts in a list, a pattern and `where` go to the bus', async () => {
  const { bus, settled, show } = openCartPage();
  const heard: string[] = [];
  show(() => {
    createEvent([cart.itemAdded, cart.itemRemoved], ({ type }) => heard.push(type));
    createEvent('cart:*', ({ type }) => heard.push(`* ${type}`), { where: ({ type }) => type === 'cart:itemRemoved' });
    return null;
  });
  bus.emit(cart.itemAdded, { sku: 'A-1' });
  bus.emit(cart.itemRemoved, { sku: 'A-1' });
  await settled();
  expect(heard).toEqual(['cart:itemAdded', 'cart:itemRemoved', '* cart:itemRemoved']);
});

test('`enabled` ends the subscription and begins it again at once, with what was retained meanwhile', async () => {
  const { bus, listening, settled, show } = openCartPage();
  const heard: number[] = [];
  const [enabled, setEnabled] = createSignal(false);
  show(() => {
    createEvent(
      cart.changed,
      ({ data }) => heard.push(data.count),
      () => ({ enabled: enabled() }),
    );
    return null;
  });
  expect(listening()).toEqual([]);
  setEnabled(true);
  bus.emit(cart.changed, { count: 1, total: 10 });
  await settled();
  setEnabled(false);
  expect(listening()).toEqual([]);
  bus.emit(cart.changed, { count: 2, total: 20 });
  setEnabled(true);
  await settled();
  expect(heard).toEqual([1, 2]);
});

test('options may be an object of getters, as props are', () => {
  const { listening, show } = openCartPage();
  const [enabled, setEnabled] = createSignal(true);
  const Listener = (props: { enabled: boolean }) => {
    createEvent(cart.itemAdded, () => {}, props);
    return null;
  };
  show(() => <Listener enabled={enabled()} />);
  expect(listening()).toEqual(['cart:itemAdded']);
  setEnabled(false);
  expect(listening()).toEqual([]);
});

test('another contract moves the subscription to it', async () => {
  const { bus, listening, settled, show } = openCartPage();
  const heard: string[] = [];
  const [removing, setRemoving] = createSignal(false);
  show(() => {
    createEvent(
      () => (removing() ? cart.itemRemoved : cart.itemAdded),
      ({ type }) => heard.push(type),
    );
    return null;
  });
  setRemoving(true);
  bus.emit(cart.itemAdded, { sku: 'A-1' });
  bus.emit(cart.itemRemoved, { sku: 'A-1' });
  await settled();
  expect(heard).toEqual(['cart:itemRemoved']);
  expect(listening()).toEqual(['cart:itemRemoved']);
});

test('changed signals that leave contract and options as they were keep the subscription', () => {
  const { bus, show } = openCartPage();
  const ids = () => bus.metrics().subscriptions.map(({ id }) => id);
  const [quantity, setQuantity] = createSignal(1);
  show(() => {
    createEvent(
      () => [quantity() > 0 ? cart.itemAdded : cart.itemRemoved],
      () => {},
      () => ({ enabled: quantity() > 0, where: () => quantity() > 1 }),
    );
    return null;
  });
  const before = ids();
  expect(before).toHaveLength(1);
  setQuantity(2);
  expect(ids()).toEqual(before);
});

test('what a synchronous handler reads is tracked neither by the emitting computation nor by the subscription', async () => {
  const { bus, show } = openCartPage();
  const heard: string[] = [];
  const [sku, setSku] = createSignal('A-1');
  bus.emit(cart.changed, { count: 1, total: 10 });
  show(() => {
    createEvent(cart.changed, ({ data }) => heard.push(`${data.count} ${sku()}`), {
      delivery: 'sync',
      where: () => sku() !== '',
    });
    return null;
  });
  setSku('B-2');
  bus.emit(cart.changed, { count: 2, total: 20 });
  expect(heard).toEqual(['1 A-1', '2 B-2']);
});

test('a handler that throws goes to the bus, and its component and its neighbours go on', async () => {
  const { bus, errors, settled, show } = openCartPage();
  const heard: string[] = [];
  show(() => {
    createEvent(cart.itemAdded, () => {
      throw new Error('no room');
    });
    createEvent(cart.itemAdded, ({ data }) => heard.push(data.sku));
    return null;
  });
  bus.emit(cart.itemAdded, { sku: 'A-1' });
  bus.emit(cart.itemAdded, { sku: 'B-2' });
  await settled();
  expect(heard).toEqual(['A-1', 'B-2']);
  expect(errors.map(({ code }) => code)).toEqual(['handler-failed', 'handler-failed']);
  expect(bus.deadLetters.list().map(({ event }) => event.data)).toEqual([{ sku: 'A-1' }, { sku: 'B-2' }]);
});

test('what the bus refuses, at first or later, ends in the nearest error boundary', () => {
  const { bus } = openCartPage();
  const [removing, setRemoving] = createSignal(false);
  const Listener = () => {
    createEvent(
      () => (removing() ? cart.itemRemoved : cart.itemAdded),
      () => {},
    );
    return 'listening';
  };
  const { container } = show(() => (
    <BusProvider bus={bus.scope({ subscribe: ['cart:itemAdded'] })}>
      <ErrorBoundary fallback={(error) => error.code}>
        <Listener />
      </ErrorBoundary>
    </BusProvider>
  ));
  expect(container.textContent).toBe('listening');
  setRemoving(true);
  expect(container.textContent).toBe('forbidden');
});

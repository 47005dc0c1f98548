import { memo, useState } from 'react';
import { expect, test } from 'vitest';
import { render, renderHook } from 'vitest-browser-react';
import { cart, openCartPage } from './cart-page.test.fixture.tsx';
import { ErrorBoundary } from './error-boundary.test.fixture.tsx';
import { type UseEventOptions, useEvent } from './index.ts';

test('the handler of the last render is called, without a new subscription', async () => {
  const { bus, wrapper, settled } = openCartPage();
  const heard: string[] = [];
  const { rerender } = await renderHook(
    (name = 'first') => useEvent(cart.itemAdded, ({ data }) => heard.push(`${name} ${data.sku}`)),
    { wrapper },
  );
  const before = bus.metrics().subscriptions;
  await rerender('second');
  bus.emit(cart.itemAdded, { sku: 'A-1' });
  await settled();
  expect(heard).toEqual(['second A-1']);
  expect(bus.metrics().subscriptions.map(({ id }) => id)).toEqual(before.map(({ id }) => id));
});

test('the handler of a memoized component sees its state of now', async () => {
  const { bus, wrapper, settled } = openCartPage();
  const Count = memo(() => {
    const [count, setCount] = useState(0);
    useEvent(cart.itemAdded, () => setCount(count + 1));
    return <output>{count}</output>;
  });
  const screen = await render(<Count />, { wrapper });
  for (const expected of ['1', '2', '3']) {
    bus.emit(cart.itemAdded, { sku: 'A-1' });
    await settled();
    await expect.element(screen.getByRole('status')).toHaveTextContent(expected);
  }
});

test('several contracts in a list, and a pattern, may be written in the render', async () => {
  const { bus, wrapper, settled } = openCartPage();
  const heard: string[] = [];
  const { rerender } = await renderHook(
    () => {
      useEvent([cart.itemAdded, cart.itemRemoved], ({ type }) => heard.push(type));
      useEvent('cart:item*', () => {}, { enabled: false });
      useEvent('cart:*', ({ type }) => heard.push(`* ${type}`), { where: ({ type }) => type === 'cart:itemRemoved' });
    },
    { wrapper },
  );
  const ids = bus.metrics().subscriptions.map(({ id }) => id);
  await rerender();
  bus.emit(cart.itemAdded, { sku: 'A-1' });
  bus.emit(cart.itemRemoved, { sku: 'A-1' });
  await settled();
  expect(heard).toEqual(['cart:itemAdded', 'cart:itemRemoved', '* cart:itemRemoved']);
  expect(bus.metrics().subscriptions.map(({ id }) => id)).toEqual(ids);
});

test('`enabled` ends the subscription and begins it again, with what was retained meanwhile', async () => {
  const { bus, wrapper, listening, settled } = openCartPage();
  const heard: number[] = [];
  const { rerender } = await renderHook(
    (enabled?: boolean) => useEvent(cart.changed, ({ data }) => heard.push(data.count), { enabled: enabled === true }),
    { wrapper },
  );
  expect(listening()).toEqual([]);
  await rerender(true);
  bus.emit(cart.changed, { count: 1, total: 10 });
  await settled();
  await rerender(false);
  expect(listening()).toEqual([]);
  bus.emit(cart.changed, { count: 2, total: 20 });
  await rerender(true);
  await settled();
  expect(heard).toEqual([1, 2]);
});

test('`where` is that of the last render', async () => {
  const { bus, wrapper, settled } = openCartPage();
  const heard: string[] = [];
  const { rerender } = await renderHook(
    (wanted = 'A-1') =>
      useEvent(cart.itemAdded, ({ data }) => heard.push(data.sku), { where: ({ data }) => data.sku === wanted }),
    { wrapper },
  );
  await rerender('B-2');
  bus.emit(cart.itemAdded, { sku: 'A-1' });
  bus.emit(cart.itemAdded, { sku: 'B-2' });
  await settled();
  expect(heard).toEqual(['B-2']);
});

test('options go to the bus: `replay: false` declines what was retained', async () => {
  const { bus, wrapper, settled } = openCartPage();
  const heard: number[] = [];
  bus.emit(cart.changed, { count: 1, total: 10 });
  await renderHook(() => useEvent(cart.changed, ({ data }) => heard.push(data.count), { replay: false, delivery: 'sync' }), {
    wrapper,
  });
  bus.emit(cart.changed, { count: 2, total: 20 });
  expect(heard).toEqual([2]);
  await settled();
  expect(heard).toEqual([2]);
});

test('another value of a plain option begins a new subscription, the same value does not', async () => {
  const { bus, wrapper } = openCartPage();
  const ids = () => bus.metrics().subscriptions.map(({ id }) => id);
  const { rerender } = await renderHook(
    (options: UseEventOptions = { retry: { attempts: 1 }, timeout: 1_000 }) => useEvent('cart:itemAdded', () => {}, options),
    { wrapper },
  );
  const first = ids();
  await rerender({ retry: { attempts: 1 }, timeout: 1_000, replay: 3, where: () => true });
  expect(ids()).toEqual(first);
  await rerender({ retry: { attempts: 2 }, timeout: 1_000 });
  expect(ids()).toHaveLength(1);
  expect(ids()).not.toEqual(first);
});

test('another contract moves the subscription to it', async () => {
  const { bus, wrapper, listening, settled } = openCartPage();
  const heard: string[] = [];
  const { rerender } = await renderHook(
    (contract: typeof cart.itemAdded | typeof cart.itemRemoved = cart.itemAdded) =>
      useEvent(contract, ({ type }) => heard.push(type)),
    { wrapper },
  );
  await rerender(cart.itemRemoved);
  bus.emit(cart.itemAdded, { sku: 'A-1' });
  bus.emit(cart.itemRemoved, { sku: 'A-1' });
  await settled();
  expect(heard).toEqual(['cart:itemRemoved']);
  expect(listening()).toEqual(['cart:itemRemoved']);
});

test('a handler that throws goes to the bus, and its component and its neighbours go on', async () => {
  const { bus, wrapper, errors, settled } = openCartPage();
  const heard: string[] = [];
  function Both() {
    useEvent(cart.itemAdded, () => {
      throw new Error('no room');
    });
    useEvent(cart.itemAdded, ({ data }) => heard.push(data.sku));
    return <output>still here</output>;
  }
  const screen = await render(<Both />, { wrapper });
  bus.emit(cart.itemAdded, { sku: 'A-1' });
  bus.emit(cart.itemAdded, { sku: 'B-2' });
  await settled();
  expect(heard).toEqual(['A-1', 'B-2']);
  expect(errors.map(({ code }) => code)).toEqual(['handler-failed', 'handler-failed']);
  expect(bus.deadLetters.list().map(({ event }) => event.data)).toEqual([{ sku: 'A-1' }, { sku: 'B-2' }]);
  await expect.element(screen.getByRole('status')).toHaveTextContent('still here');
});

test('what the bus refuses at subscribing ends in the error boundary', async () => {
  const { bus, wrapper } = openCartPage();
  const caught: unknown[] = [];
  function Listener() {
    useEvent(cart.itemAdded, () => {});
    return null;
  }
  bus.dispose();
  const screen = await render(<ErrorBoundary children={<Listener />} />, {
    wrapper,
    createRootOptions: { onCaughtError: (error) => caught.push(error) },
  });
  await expect.element(screen.getByRole('alert')).toMatchTextContent(/after it was disposed/);
  expect(caught).toEqual([expect.objectContaining({ code: 'disposed' })]);
});

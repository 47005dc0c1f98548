import { createBus, createHub } from '@busbar/core';
import { memo, StrictMode, useLayoutEffect, useState } from 'react';
import { flushSync } from 'react-dom';
import { expect, test } from 'vitest';
import { render, renderHook } from 'vitest-browser-react';
import { cart, openCartPage } from './cart-page.test.fixture.tsx';
import { ErrorBoundary } from './error-boundary.test.fixture.tsx';
import { BusProvider, type UseEventOptions, useBus, useEvent } from './index.ts';

test('a component hears events from its mounting to its unmounting', async () => {
  const { bus, wrapper, listening, settled } = openCartPage();
  const heard: string[] = [];
  bus.emit(cart.itemAdded, { sku: 'before' });
  const { unmount } = await renderHook(() => useEvent(cart.itemAdded, ({ data }) => heard.push(data.sku)), { wrapper });
  bus.emit(cart.itemAdded, { sku: 'during' });
  await settled();
  expect(listening()).toEqual(['cart:itemAdded']);
  await unmount();
  bus.emit(cart.itemAdded, { sku: 'after' });
  await settled();
  expect(heard).toEqual(['during']);
  expect(listening()).toEqual([]);
});

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

test('Strict Mode delivers each event once, retained ones too, and leaves nothing behind', async () => {
  const { bus, wrapper, listening, settled } = openCartPage();
  const heard: unknown[] = [];
  bus.emit(cart.changed, { count: 1, total: 10 });
  const Listener = () => {
    useEvent(cart.changed, ({ data, replayed }) => heard.push([data.count, replayed ?? false]));
    return null;
  };
  const { unmount } = await render(<StrictMode children={<Listener />} />, { wrapper });
  bus.emit(cart.changed, { count: 2, total: 20 });
  await settled();
  expect(heard).toEqual([
    [1, true],
    [2, false],
  ]);
  await unmount();
  expect(listening()).toEqual([]);
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

test('another bus takes the subscriptions along', async () => {
  const one = openCartPage();
  const other = openCartPage();
  const heard: string[] = [];
  const Listener = () => {
    useEvent(cart.itemAdded, ({ data }) => heard.push(data.sku));
    return null;
  };
  const { rerender } = await render(<BusProvider bus={one.bus} children={<Listener />} />);
  await rerender(<BusProvider bus={other.bus} children={<Listener />} />);
  one.bus.emit(cart.itemAdded, { sku: 'one' });
  other.bus.emit(cart.itemAdded, { sku: 'other' });
  await Promise.all([one.settled(), other.settled()]);
  expect(heard).toEqual(['other']);
  expect(one.listening()).toEqual([]);
});

test('a handler may unmount its own component, and is not called for the event after', async () => {
  const { bus, wrapper, listening, settled } = openCartPage();
  const heard: string[] = [];
  function Row({ remove }: { remove(): void }) {
    useEvent(cart.itemRemoved, ({ data }) => {
      heard.push(data.sku);
      flushSync(remove);
    });
    return <li>row</li>;
  }
  function Rows() {
    const [shown, setShown] = useState(true);
    return shown && <Row remove={() => setShown(false)} />;
  }
  const { container } = await render(<Rows />, { wrapper });
  bus.emit(cart.itemRemoved, { sku: 'A-1' });
  bus.emit(cart.itemRemoved, { sku: 'B-2' });
  await settled();
  expect(heard).toEqual(['A-1']);
  expect(container).toBeEmptyDOMElement();
  expect(listening()).toEqual([]);
});

test('a removed component hears nothing between its removal and the cleaning up of its effects', async () => {
  const { bus, wrapper, listening, settled } = openCartPage();
  const heard: string[] = [];
  const atRemoval: string[][] = [];
  const Row = () => {
    useEvent(cart.itemAdded, ({ data }) => heard.push(data.sku), { delivery: 'sync' });
    return null;
  };
  let remove: () => void = () => {};
  function Rows() {
    const [shown, setShown] = useState(true);
    remove = () => setShown(false);
    useLayoutEffect(() => {
      if (shown) return;
      atRemoval.push(listening());
      bus.emit(cart.itemAdded, { sku: 'late' });
    }, [shown]);
    return shown && <Row />;
  }
  await render(<Rows />, { wrapper });
  remove();
  await expect.poll(() => atRemoval).toEqual([['cart:itemAdded']]);
  await settled();
  expect(heard).toEqual([]);
  await expect.poll(listening).toEqual([]);
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

test('unmounting aborts the signal of a handler that is at work', async () => {
  const { bus, wrapper, settled } = openCartPage();
  let signal: AbortSignal | undefined;
  const atWork = (context: { signal: AbortSignal }) => {
    signal = context.signal;
    return new Promise((resolve) => signal?.addEventListener('abort', resolve));
  };
  const { unmount } = await renderHook(() => useEvent(cart.itemAdded, (_, context) => atWork(context)), { wrapper });
  bus.emit(cart.itemAdded, { sku: 'A-1' });
  await settled();
  expect(signal?.aborted).toBe(false);
  await unmount();
  expect(signal?.aborted).toBe(true);
});

test('a component that hot reload replaces leaves one subscription: that of its new version', async () => {
  const { bus, wrapper, listening, settled } = openCartPage();
  const heard: string[] = [];
  const version = (name: string) => () => {
    useEvent(cart.itemAdded, ({ data }) => heard.push(`${name} ${data.sku}`));
    return null;
  };
  const Old = version('old');
  const New = version('new');
  const { rerender } = await render(<Old />, { wrapper });
  await rerender(<New />);
  bus.emit(cart.itemAdded, { sku: 'A-1' });
  await settled();
  expect(heard).toEqual(['new A-1']);
  expect(listening()).toEqual(['cart:itemAdded']);
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

test('a hook without a provider says what is missing', async () => {
  const failed = renderHook(() => useBus());
  await expect(failed).rejects.toThrow(/found no bus.*Wrap the root in <BusProvider bus=\{bus\}>/);
});

test('the nearest provider counts', async () => {
  const inner = createBus({ source: 'inner', hub: createHub() });
  const { wrapper } = openCartPage();
  const Source = () => <output>{useBus().source}</output>;
  const screen = await render(<BusProvider bus={inner} children={<Source />} />, { wrapper });
  await expect.element(screen.getByRole('status')).toHaveTextContent('inner');
});

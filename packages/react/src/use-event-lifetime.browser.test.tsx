import { StrictMode, useLayoutEffect, useState } from 'react';
import { flushSync } from 'react-dom';
import { expect, test } from 'vitest';
import { render, renderHook } from 'vitest-browser-react';
import { cart, openCartPage } from './cart-page.test.fixture.tsx';
import { BusProvider, useEvent, useEventState } from './index.ts';

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

test('a thousand components come and go in Strict Mode, a row at a time and all at once, and leave nothing behind', async () => {
  const { bus, wrapper, listening, settled } = openCartPage();
  let heard = 0;
  function Row() {
    useEvent(cart.itemAdded, () => heard++);
    return <li>{useEventState(cart.changed, { select: (state) => state?.count ?? 0 })}</li>;
  }
  const rows = (from: number) => (
    <StrictMode>
      {Array.from({ length: 100 }, (_, index) => (
        <Row key={from + index} />
      ))}
    </StrictMode>
  );
  const { rerender, unmount } = await render(rows(0), { wrapper });
  for (let from = 90; from <= 900; from += 90) await rerender(rows(from));
  expect(listening()).toHaveLength(200);
  bus.emit(cart.itemAdded, { sku: 'A-1' });
  await settled();
  expect(heard).toBe(100);
  await unmount();
  expect([listening(), bus.metrics().queueDepth]).toEqual([[], 0]);
});

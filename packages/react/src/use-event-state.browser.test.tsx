import { StrictMode, useEffect, useLayoutEffect } from 'react';
import { expect, test } from 'vitest';
import { render, renderHook } from 'vitest-browser-react';
import { cart, openCartPage } from './cart-page.test.fixture.tsx';
import { ErrorBoundary } from './error-boundary.test.fixture.tsx';
import { BusProvider, useEmit, useEventState } from './index.ts';

type CartState = { count: number; total: number };

test('state is `undefined` before the first event, then the newest payload', async () => {
  const { bus, wrapper } = openCartPage();
  const Count = () => <output>{useEventState(cart.changed)?.count ?? 'none'}</output>;
  const screen = await render(<Count />, { wrapper });
  await expect.element(screen.getByRole('status')).toHaveTextContent('none');
  bus.emit(cart.changed, { count: 1, total: 10 });
  bus.emit(cart.changed, { count: 2, total: 20 });
  await expect.element(screen.getByRole('status')).toHaveTextContent('2');
});

test('a component that mounts late begins with what was emitted before, without a render in between', async () => {
  const { bus, wrapper } = openCartPage();
  bus.emit(cart.changed, { count: 3, total: 30 });
  const seen: unknown[] = [];
  await renderHook(() => seen.push(useEventState(cart.changed, { initial: { count: 0, total: 0 } })), { wrapper });
  expect(seen).toEqual([{ count: 3, total: 30 }]);
});

test('a contract that retains nothing is state from its first reader on', async () => {
  const { bus, wrapper } = openCartPage();
  const Last = () => <output>{useEventState(cart.itemAdded)?.sku}</output>;
  const screen = await render(<Last />, { wrapper });
  bus.emit(cart.itemAdded, { sku: 'A-1' });
  await expect.element(screen.getByRole('status')).toHaveTextContent('A-1');
});

test('an initial value written in the render stays the same object', async () => {
  const { wrapper } = openCartPage();
  const seen = new Set<unknown>();
  const { rerender } = await renderHook(
    () => seen.add(useEventState(cart.changed, { initial: { count: 0, total: 0 }, compare: Object.is })),
    { wrapper },
  );
  await rerender();
  expect([...seen]).toEqual([{ count: 0, total: 0 }]);
});

test('what is emitted between the first render and the subscription is not lost', async () => {
  const { wrapper } = openCartPage();
  function Early() {
    const emit = useEmit(cart.changed);
    useLayoutEffect(() => void emit({ count: 1, total: 10 }), [emit]);
    useEffect(() => void emit({ count: 2, total: 20 }), [emit]);
    return null;
  }
  const Count = () => <output>{useEventState(cart.changed)?.count}</output>;
  const screen = await render([<Early key="before" />, <Count key="state" />], { wrapper });
  await expect.element(screen.getByRole('status')).toHaveTextContent('2');
});

test('an event that changes nothing selected renders nothing', async () => {
  const { bus, wrapper } = openCartPage();
  let renders = 0;
  function Count() {
    renders++;
    return <output>{useEventState(cart.changed, { select: (state) => state?.count ?? 0 })}</output>;
  }
  const Total = () => <p>{useEventState(cart.changed, { select: (state) => `total ${state?.total}` })}</p>;
  const screen = await render([<Count key="count" />, <Total key="total" />], { wrapper });
  bus.emit(cart.changed, { count: 0, total: 5 });
  await expect.element(screen.getByText('total 5')).toBeVisible();
  expect(renders).toBe(1);
  bus.emit(cart.changed, { count: 1, total: 6 });
  await expect.element(screen.getByRole('status')).toHaveTextContent('1');
  expect(renders).toBe(2);
});

test('`compare` keeps the selection that it finds equal, over events and renders', async () => {
  const { bus, wrapper, settled } = openCartPage();
  const seen = new Set<unknown>();
  const compare = (previous: number[], next: number[]) => previous.join() === next.join();
  const select = (state: CartState) => [state.count, state.count];
  const { rerender, act } = await renderHook(
    () => seen.add(useEventState(cart.changed, { initial: { count: 0, total: 0 }, select: (state) => select(state), compare })),
    { wrapper },
  );
  for (const state of [
    { count: 0, total: 5 },
    { count: 1, total: 6 },
  ]) {
    bus.emit(cart.changed, state);
    await act(settled);
    await rerender();
  }
  expect([...seen]).toEqual([
    [0, 0],
    [1, 1],
  ]);
});

test('`select` is that of the last render', async () => {
  const { bus, wrapper, settled } = openCartPage();
  bus.emit(cart.changed, { count: 1, total: 10 });
  const { result, rerender, act } = await renderHook(
    (field?: keyof CartState) => useEventState(cart.changed, { select: (state) => state?.[field ?? 'count'] }),
    { wrapper },
  );
  expect(result.current).toBe(1);
  await rerender('total');
  expect(result.current).toBe(10);
  bus.emit(cart.changed, { count: 2, total: 20 });
  await act(settled);
  expect(result.current).toBe(20);
});

test('another contract or another bus is another state', async () => {
  const one = openCartPage();
  const other = openCartPage();
  one.bus.emit(cart.itemAdded, { sku: 'not yet read' });
  one.bus.emit(cart.changed, { count: 1, total: 10 });
  other.bus.emit(cart.changed, { count: 2, total: 20 });
  const State = ({ contract }: { contract: typeof cart.changed | typeof cart.itemAdded }) => (
    <output>{JSON.stringify(useEventState<typeof contract>(contract) ?? null)}</output>
  );
  const screen = await render(<BusProvider bus={one.bus} children={<State contract={cart.changed} />} />);
  await expect.element(screen.getByRole('status')).toHaveTextContent('{"count":1,"total":10}');
  await screen.rerender(<BusProvider bus={other.bus} children={<State contract={cart.changed} />} />);
  await expect.element(screen.getByRole('status')).toHaveTextContent('{"count":2,"total":20}');
  await screen.rerender(<BusProvider bus={other.bus} children={<State contract={cart.itemAdded} />} />);
  await expect.element(screen.getByRole('status')).toHaveTextContent('null');
  other.bus.emit(cart.itemAdded, { sku: 'A-1' });
  await expect.element(screen.getByRole('status')).toHaveTextContent('{"sku":"A-1"}');
});

test.each(['select', 'compare'] as const)('a `%s` that throws ends in the error boundary, and the bus goes on', async (which) => {
  const { bus, wrapper, errors, settled } = openCartPage();
  const caught: unknown[] = [];
  const fail = (state?: CartState) => {
    if (state?.count === 1) throw new Error(`bad ${which}`);
    return state;
  };
  const select = which === 'select' ? fail : (state?: CartState) => state;
  const compare = which === 'compare' ? (_?: CartState, next?: CartState) => !fail(next) : Object.is;
  const Fragile = () => <output>{useEventState(cart.changed, { select, compare })?.count ?? 'none'}</output>;
  const Sound = () => <p>{useEventState(cart.changed, { select: (state) => `count ${state?.count}` })}</p>;
  const screen = await render(
    <>
      <ErrorBoundary>
        <Fragile />
      </ErrorBoundary>
      <Sound />
    </>,
    { wrapper, createRootOptions: { onCaughtError: (error) => caught.push(error) } },
  );
  bus.emit(cart.changed, { count: 1, total: 10 });
  await expect.element(screen.getByRole('alert')).toHaveTextContent(`bad ${which}`);
  await expect.element(screen.getByText('count 1')).toBeVisible();
  await settled();
  expect([caught.length, errors]).toEqual([1, []]);
});

test('Strict Mode and unmounting leave no observer behind', async () => {
  const { bus, wrapper, listening } = openCartPage();
  const Count = () => <output>{useEventState(cart.changed)?.count}</output>;
  const screen = await render(<StrictMode children={<Count />} />, { wrapper });
  bus.emit(cart.changed, { count: 1, total: 10 });
  await expect.element(screen.getByRole('status')).toHaveTextContent('1');
  expect(listening()).toEqual(['cart:changed']);
  await screen.unmount();
  expect(listening()).toEqual([]);
});

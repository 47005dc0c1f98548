import { createBus, createHub } from '@busbar/core';
import { createTestBus } from '@busbar/testing';
import { afterEach, expect, test } from 'vitest';
import { cart } from '../cart-page.test.fixture.tsx';
import { useEmit, useEvent, useEventState } from '../index.ts';
import { cleanup, renderWithBus } from '../testing.tsx';

function Badge({ unit = 'pieces' }: { unit?: string }) {
  const count = useEventState(cart.changed, { select: (state) => state?.count ?? 0 });
  const add = useEmit(cart.itemAdded);
  useEvent(cart.itemRemoved, () => {});
  return (
    <button type="button" onClick={() => add({ sku: 'A-1' })}>
      {count} {unit}
    </button>
  );
}

afterEach(cleanup);

test('components are on the page and listen once `renderWithBus` resolves', async () => {
  const { bus, container } = await renderWithBus(<Badge />);
  expect(document.body.contains(container)).toBe(true);
  expect(container.textContent).toBe('0 pieces');
  expect(
    bus
      .metrics()
      .subscriptions.map(({ target }) => target)
      .sort(),
  ).toEqual(['cart:changed', 'cart:itemRemoved']);
});

test('the page shows what was emitted once the bus is flushed, and the bus tells what the page emitted', async () => {
  const { bus, container } = await renderWithBus(<Badge />, { contracts: [cart] });
  bus.emit('cart:changed', { count: 2, total: 20 });
  await bus.flush();
  expect(container.textContent).toBe('2 pieces');
  container.querySelector('button')!.click();
  expect(bus.emitted(cart.itemAdded).map(({ data }) => data)).toEqual([{ sku: 'A-1' }]);
});

test('`rerender` shows other components in the same place, with the same bus', async () => {
  const { bus, container, rerender } = await renderWithBus(<Badge />);
  bus.emit(cart.changed, { count: 2, total: 20 });
  await rerender(<Badge unit="things" />);
  expect(container.textContent).toBe('2 things');
});

test('`unmount` ends subscriptions and leaves the bus to be asked', async () => {
  const { bus, container, unmount } = await renderWithBus(<Badge />);
  await unmount();
  expect(document.body.contains(container)).toBe(false);
  expect(bus.metrics().subscriptions).toEqual([]);
  expect(bus.disposed).toBe(false);
  await cleanup();
  expect(bus.disposed).toBe(true);
});

test('a bus that was given is provided, and left to whoever made it', async () => {
  const given = createBus({ source: 'mine', hub: createHub() });
  const { bus, container } = await renderWithBus(<Badge />, { bus: given });
  expect(bus).toBe(given);
  await cleanup();
  expect(document.body.contains(container)).toBe(false);
  expect(given.disposed).toBe(false);
});

test('virtual time passes for components, too', async () => {
  using bus = createTestBus({ time: 'virtual' });
  const heard: string[] = [];
  function Slow() {
    useEvent(cart.itemAdded, ({ data }) => void setTimeout(() => heard.push(data.sku), 60_000));
    return null;
  }
  await renderWithBus(<Slow />, { bus });
  bus.emit(cart.itemAdded, { sku: 'A-1' });
  await bus.advance(59_999);
  expect(heard).toEqual([]);
  await bus.advance(1);
  expect(heard).toEqual(['A-1']);
});

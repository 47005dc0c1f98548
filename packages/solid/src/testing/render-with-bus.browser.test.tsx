import { createBus, createHub } from '@busbar/core';
import { createTestBus } from '@busbar/testing';
import { expect, test } from 'vitest';
import { cart } from '../cart-contracts.test.fixture.ts';
import { createEmit, createEvent, createEventState } from '../index.ts';
import { cleanup, renderWithBus } from '../testing.ts';

function Badge() {
  const count = createEventState(cart.changed, { select: (state) => state?.count ?? 0 });
  const add = createEmit(cart.itemAdded);
  createEvent(cart.itemRemoved, () => {});
  return (
    <button type="button" onClick={() => add({ sku: 'A-1' })}>
      {count()} pieces
    </button>
  );
}

test('components are on the page and listen when `renderWithBus` returns', () => {
  const { bus, container } = renderWithBus(() => <Badge />);
  expect(document.body.contains(container)).toBe(true);
  expect(container.textContent).toBe('0 pieces');
  const listening = bus.metrics().subscriptions.map(({ target }) => target);
  expect(listening.sort()).toEqual(['cart:changed', 'cart:itemRemoved']);
  cleanup();
});

test('the page shows what was emitted once the bus is flushed, and the bus tells what the page emitted', async () => {
  const { bus, container } = renderWithBus(() => <Badge />, { contracts: [cart] });
  bus.emit('cart:changed', { count: 2, total: 20 });
  await bus.flush();
  expect(container.textContent).toBe('2 pieces');
  container.querySelector('button')!.click();
  expect(bus.emitted(cart.itemAdded).map(({ data }) => data)).toEqual([{ sku: 'A-1' }]);
  cleanup();
});

test('`unmount` ends subscriptions and leaves the bus to be asked, until `cleanup`', () => {
  const { bus, container, unmount } = renderWithBus(() => <Badge />);
  unmount();
  expect(document.body.contains(container)).toBe(false);
  expect(bus.metrics().subscriptions).toEqual([]);
  expect(bus.disposed).toBe(false);
  cleanup();
  expect(bus.disposed).toBe(true);
});

test('a bus that was given is provided, and left to whoever made it', () => {
  const given = createBus({ source: 'mine', hub: createHub() });
  const { bus, container } = renderWithBus(() => <Badge />, { bus: given });
  expect(bus).toBe(given);
  cleanup();
  expect(document.body.contains(container)).toBe(false);
  expect(given.disposed).toBe(false);
});

test('what fails while rendering is cleaned up, too', () => {
  const Broken = () => {
    throw new Error('broken');
  };
  expect(() => renderWithBus(() => <Broken />)).toThrow('broken');
  const left = document.body.lastElementChild;
  cleanup();
  expect(left?.isConnected).toBe(false);
});

test('virtual time passes for components, too', async () => {
  using bus = createTestBus({ time: 'virtual' });
  const heard: string[] = [];
  function Slow() {
    createEvent(cart.itemAdded, ({ data }) => void setTimeout(() => heard.push(data.sku), 60_000));
    return null;
  }
  renderWithBus(() => <Slow />, { bus });
  bus.emit(cart.itemAdded, { sku: 'A-1' });
  await bus.advance(59_999);
  expect(heard).toEqual([]);
  await bus.advance(1);
  expect(heard).toEqual(['A-1']);
  cleanup();
});

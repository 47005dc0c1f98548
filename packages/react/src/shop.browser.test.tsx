import type { Readable } from '@busbar/core';
import { StrictMode } from 'react';
import { afterEach, expect, test } from 'vitest';
import { cart } from './cart-page.test.fixture.tsx';
import { AddButton, Badge, Checkout, Health, LastAdded, NamedBadge, Total } from './shop.test.fixture.tsx';
import { cleanup, renderWithBus } from './testing.tsx';

afterEach(cleanup);

test('components show the newest state, and emit', async () => {
  const { bus, container } = await renderWithBus([<Badge key="badge" />, <AddButton key="add" sku="A-1" />]);
  expect(container.textContent).toBe('0 in the cartAdd A-1');
  bus.emit(cart.changed, { count: 2, total: 20 });
  await bus.flush();
  expect(container.textContent).toBe('2 in the cartAdd A-1');
  container.querySelector('button')!.click();
  expect(bus.emitted(cart.itemAdded)).toMatchObject([{ subject: 'A-1' }]);
});

test('a component asks by name for what the bus knows', async () => {
  const { bus, container, rerender } = await renderWithBus(<NamedBadge unit="pieces" />, { contracts: [cart] });
  expect(container.textContent).toBe('no pieces');
  bus.emit(cart.changed, { count: 2, total: 20 });
  await rerender(<NamedBadge unit="things" />);
  expect(container.textContent).toBe('2 things');
});

test('the handler of a component is that of its last render, and `enabled` ends it', async () => {
  const page = (prefix: string, enabled = true) => <StrictMode children={<LastAdded prefix={prefix} enabled={enabled} />} />;
  const { bus, container, rerender } = await renderWithBus(page('one'));
  await rerender(page('two'));
  bus.emit(cart.itemAdded, { sku: 'A-1' });
  await bus.flush();
  expect(container.textContent).toBe('Last added: two A-1');
  await rerender(page('three', false));
  bus.emit(cart.itemAdded, { sku: 'B-2' });
  await bus.flush();
  expect(container.textContent).toBe('Last added: two A-1');
});

test('a component selects anew when what its `select` depends on changes', async () => {
  const totals = { get: () => all, subscribe: () => () => {} } as unknown as Readable<typeof all>;
  const all = { gross: 119, net: 100 };
  const { container } = await renderWithBus(<Total totals={totals} />);
  expect(container.textContent).toBe('gross 119');
  container.querySelector('button')!.click();
  await expect.poll(() => container.textContent).toBe('net 100');
});

test('a component suspends until there is a payload', async () => {
  const { bus, container } = await renderWithBus(<Checkout />);
  expect(container.textContent).toBe('No cart yet');
  bus.emit(cart.changed, { count: 2, total: 20 });
  await expect.poll(() => container.textContent).toBe('20 to pay');
});

test('a panel shows dead letters as they come and go', async () => {
  const { bus, container } = await renderWithBus(<Health />);
  expect(() => bus.emit(cart.itemAdded, { sku: 1 } as never)).toThrow();
  await expect.poll(() => container.textContent).toMatch(/^1 of/);
  container.querySelector('button')!.click();
  await expect.poll(() => container.textContent).toMatch(/^0 of/);
});

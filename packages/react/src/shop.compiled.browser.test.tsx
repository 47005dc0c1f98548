import type { Readable } from '@busbar/core';
import { type ReactElement, StrictMode, useState } from 'react';
import { expect, test } from 'vitest';
import { cart } from './cart-page.test.fixture.tsx';
import { AddButton, Badge, Checkout, Health, LastAdded, Total } from './shop.test.fixture.tsx';
import { cleanup, renderWithBus } from './testing.tsx';

const renders: string[] = [];

function Child({ name }: { name: string }): ReactElement {
  renders.push(name);
  return <li>{name}</li>;
}

function Parent(): ReactElement {
  const [clicks, setClicks] = useState(0);
  return (
    <button type="button" onClick={() => setClicks(clicks + 1)}>
      {clicks}
      <Child name="child" />
    </button>
  );
}

test('components here are compiled: a child that is given nothing new rests, without memo', async () => {
  const { container } = await renderWithBus(<Parent />);
  container.querySelector('button')!.click();
  await expect.poll(() => container.textContent).toBe('1child');
  expect(renders).toEqual(['child']);
  await cleanup();
});

test('compiled components show the newest state, and emit', async () => {
  const { bus, container } = await renderWithBus([<Badge key="badge" />, <AddButton key="add" sku="A-1" />]);
  expect(container.textContent).toBe('0 in the cartAdd A-1');
  bus.emit(cart.changed, { count: 2, total: 20 });
  await bus.flush();
  expect(container.textContent).toBe('2 in the cartAdd A-1');
  container.querySelector('button')!.click();
  expect(bus.emitted(cart.itemAdded)).toMatchObject([{ subject: 'A-1' }]);
  await cleanup();
});

test('the handler of a compiled component is that of its last render, and `enabled` ends it', async () => {
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
  await cleanup();
});

test('a compiled component selects anew when what its `select` depends on changes', async () => {
  const totals = { get: () => all, subscribe: () => () => {} } as unknown as Readable<typeof all>;
  const all = { gross: 119, net: 100 };
  const { container } = await renderWithBus(<Total totals={totals} />);
  expect(container.textContent).toBe('gross 119');
  container.querySelector('button')!.click();
  await expect.poll(() => container.textContent).toBe('net 100');
  await cleanup();
});

test('a compiled component suspends until there is a payload', async () => {
  const { bus, container } = await renderWithBus(<Checkout />);
  expect(container.textContent).toBe('No cart yet');
  bus.emit(cart.changed, { count: 2, total: 20 });
  await expect.poll(() => container.textContent).toBe('20 to pay');
  await cleanup();
});

test('a compiled panel shows dead letters as they come and go', async () => {
  const { bus, container } = await renderWithBus(<Health />);
  expect(() => bus.emit(cart.itemAdded, { sku: 1 } as never)).toThrow();
  await expect.poll(() => container.textContent).toMatch(/^1 of/);
  container.querySelector('button')!.click();
  await expect.poll(() => container.textContent).toMatch(/^0 of/);
  await cleanup();
});

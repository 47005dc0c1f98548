import { createBus, createHub } from '@busbar/core';
import { flushSync, tick } from 'svelte';
import { afterEach, expect, test } from 'vitest';
import { cart, openCartPage } from './cart-page.test.fixture.ts';
import { emitter, eventState, getBus, onEvent, setBus } from './index.ts';
import Setup from './setup.test.fixture.svelte';
import { state } from './state.test.fixture.svelte.ts';
import { cleanup, renderWithBus } from './testing.ts';

afterEach(cleanup);

test('the bus of the component itself counts before that of those above', () => {
  const inner = createBus({ source: 'inner', hub: createHub() });
  let source = '';
  const setup = () => {
    setBus(inner);
    source = getBus().source;
  };
  renderWithBus(Setup, { props: { setup } });
  expect(source).toBe('inner');
});

test('where nobody gave a bus, it says what to do', () => {
  expect(() => getBus()).toThrow('Busbar found no bus: setBus(bus) above, this while a component is made');
});

test('another bus takes everything along', async () => {
  const [one, other] = [openCartPage(), openCartPage()];
  other.bus.emit(cart.changed, { count: 2, total: 20 });
  const bus = state(one.bus);
  const heard: string[] = [];
  let add = (_: { sku: string }): unknown => undefined;
  const setup = () => {
    setBus(() => bus.current);
    onEvent(cart.itemAdded, ({ data }) => heard.push(data.sku));
    add = emitter(cart.itemAdded);
    return eventState(cart.changed, { select: (now) => now?.count });
  };
  const { container } = renderWithBus(Setup, { props: { setup } });
  bus.current = other.bus;
  flushSync();
  await tick();
  expect(container.textContent).toBe('2');
  one.bus.emit(cart.itemAdded, { sku: 'one' });
  add({ sku: 'other' });
  await other.settled();
  expect(heard).toEqual(['other']);
  expect([one.listening(), other.listening()]).toEqual([[], ['cart:itemAdded', 'cart:changed']]);
});

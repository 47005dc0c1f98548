import { createBus, createHub } from '@busbar/core';
import { expect, test } from 'vitest';
import { render } from 'vitest-browser-vue';
import { h } from 'vue';
import { cart } from '../cart-page.test.fixture.ts';
import { useBus, useEmit, useEventState } from '../index.ts';
import { busDecorator } from '../testing.ts';

const story = () => ({
  setup() {
    const bus = useBus();
    return () => h('output', bus.source);
  },
});

test('a story is shown with the bus that is given', async () => {
  const bus = createBus({ source: 'mine', hub: createHub() });
  const screen = await render(busDecorator({ bus })(story));
  await expect.element(screen.getByRole('status')).toHaveTextContent('mine');
  await screen.unmount();
  expect(bus.disposed).toBe(false);
});

test('what a story finds is emitted before it is shown, and what it emits is told', async () => {
  const told: string[] = [];
  const Count = {
    setup() {
      const count = useEventState(cart.changed, { select: (state) => state?.count });
      const add = useEmit(cart.itemAdded);
      return () => h('button', { onClick: () => add({ sku: 'A-1' }) }, `${count.value} in it`);
    },
  };
  const decorated = busDecorator({
    prepare: (bus) => bus.emit(cart.changed, { count: 2, total: 20 }),
    onEvent: ({ type }) => told.push(type),
  });
  const screen = await render(decorated(() => Count));
  await screen.getByText('2 in it').click();
  await expect.poll(() => told).toEqual(['cart:changed', 'cart:itemAdded']);
});

test('without a bus a story has a test bus of its own for as long as it is shown', async () => {
  const buses = new Set<ReturnType<typeof useBus>>();
  const remembering = () => ({
    setup() {
      buses.add(useBus());
      return () => null;
    },
  });
  const decorated = busDecorator()(remembering);
  for (const _visit of ['first', 'second']) {
    const { unmount } = await render(decorated);
    await unmount();
  }
  expect([...buses].map(({ source, disposed }) => [source, disposed])).toEqual([
    ['test', true],
    ['test', true],
  ]);
});

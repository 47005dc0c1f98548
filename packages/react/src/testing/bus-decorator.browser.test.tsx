import { createTestBus } from '@busbar/testing';
import { expect, test } from 'vitest';
import { render } from 'vitest-browser-react';
import { cart } from '../cart-page.test.fixture.tsx';
import { useEmit, useEventState } from '../index.ts';
import { busDecorator } from '../testing.tsx';

function Badge() {
  const count = useEventState(cart.changed, { select: (state) => state?.count ?? 0 });
  const add = useEmit(cart.changed);
  return (
    <button type="button" onClick={() => add({ count: count + 1, total: 0 })}>
      {count}
    </button>
  );
}

test('a story finds what `prepare` emitted', async () => {
  const decorate = busDecorator({ prepare: (bus) => bus.emit(cart.changed, { count: 2, total: 20 }) });
  const screen = await render(decorate(Badge));
  await expect.element(screen.getByRole('button')).toHaveTextContent('2');
});

test('stories on one page do not hear each other', async () => {
  const decorate = busDecorator();
  const one = await render(decorate(Badge));
  const other = await render(decorate(Badge));
  await one.getByRole('button').first().click();
  await expect.poll(() => one.container.textContent).toBe('1');
  expect(other.container.textContent).toBe('0');
});

test('a given bus is that of all stories, and tells a play function what was emitted', async () => {
  const bus = createTestBus();
  const decorate = busDecorator({ bus });
  const screen = await render(decorate(Badge));
  await screen.getByRole('button').click();
  expect(bus.emitted(cart.changed).map(({ data }) => data.count)).toEqual([1]);
});

test('`onEvent` is told of every event while the story is shown', async () => {
  const told: string[] = [];
  const bus = createTestBus();
  const decorate = busDecorator({ bus, onEvent: ({ type }) => told.push(type) });
  const screen = await render(decorate(Badge));
  await screen.getByRole('button').click();
  await expect.poll(() => told).toEqual(['cart:changed']);
  await screen.unmount();
  expect(bus.metrics().subscriptions).toEqual([]);
});

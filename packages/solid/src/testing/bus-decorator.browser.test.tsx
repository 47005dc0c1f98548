import { createTestBus } from '@busbar/testing';
import { expect, test } from 'vitest';
import { cart } from '../cart-contracts.test.fixture.ts';
import { show } from '../cart-page.test.fixture.tsx';
import { createEmit, createEventState } from '../index.ts';
import { busDecorator } from '../testing.ts';

function Badge() {
  const count = createEventState(cart.changed, { select: (state) => state?.count ?? 0 });
  const add = createEmit(cart.changed);
  return (
    <button type="button" onClick={() => add({ count: count() + 1, total: 0 })}>
      {count()}
    </button>
  );
}

test('a story finds what `prepare` emitted', () => {
  const decorate = busDecorator({ prepare: (bus) => bus.emit(cart.changed, { count: 2, total: 20 }) });
  expect(show(() => decorate(Badge)).container.textContent).toBe('2');
});

test('stories on one page do not hear each other', async () => {
  const decorate = busDecorator();
  const [one, other] = [show(() => decorate(Badge)), show(() => decorate(Badge))];
  one.container.querySelector('button')!.click();
  await expect.poll(() => one.container.textContent).toBe('1');
  expect(other.container.textContent).toBe('0');
});

test('`onEvent` is told of every event of a given bus while the story is shown', async () => {
  const told: string[] = [];
  const bus = createTestBus();
  const decorate = busDecorator({ bus, onEvent: ({ type }) => told.push(type) });
  const { container, unmount } = show(() => decorate(Badge));
  container.querySelector('button')!.click();
  await bus.flush();
  expect(told).toEqual(['cart:changed']);
  expect(bus.emitted(cart.changed).map(({ data }) => data.count)).toEqual([1]);
  unmount();
  expect(bus.metrics().subscriptions).toEqual([]);
  expect(bus.disposed).toBe(false);
  bus.dispose();
});

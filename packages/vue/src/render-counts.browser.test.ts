import { createTestBus } from '@busbar/testing';
import { afterEach, expect, test } from 'vitest';
import { defineComponent, h, nextTick } from 'vue';
import { cart } from './cart-page.test.fixture.ts';
import { useBus, useDeadLetters, useEmit, useEvent, useEventState, useProjection } from './index.ts';
import { cleanup, renderWithBus } from './testing.ts';

afterEach(cleanup);

/** Components by what they look at. */
const lookers: Record<string, () => () => unknown> = {
  hears() {
    useEvent(cart.changed, () => {});
    return () => 'nothing';
  },
  emits() {
    useEmit(cart.itemAdded);
    return () => 'nothing';
  },
  count() {
    const count = useEventState(cart.changed, { select: (state) => state?.count });
    return () => count.value;
  },
  isOdd() {
    const isOdd = useProjection(useBus().latest(cart.changed), (state) => (state?.count ?? 0) % 2);
    return () => isOdd.value;
  },
  removals() {
    const letters = useDeadLetters(({ event }) => event.type === 'cart:itemRemoved');
    return () => letters.value.length;
  },
};

function countedPage() {
  const bus = createTestBus({ onError: () => {} });
  const renders: Record<string, number> = {};
  const components = Object.entries(lookers).map(([name, setup]) =>
    defineComponent(() => {
      const look = setup();
      renders[name] = 0;
      return () => {
        renders[name]! += 1;
        return h('p', String(look()));
      };
    }),
  );
  renderWithBus({ render: () => components.map((component) => h(component)) }, { bus });
  return { bus, renders };
}

test('of many components only those render that selected what has changed', async () => {
  const { bus, renders } = countedPage();
  bus.on([cart.itemAdded, cart.itemRemoved], () => Promise.reject(new Error('no room')));
  const rendered = async (act: () => void) => {
    const before = { ...renders };
    act();
    await bus.flush();
    await nextTick();
    return Object.keys(renders).filter((name) => renders[name] !== before[name]);
  };
  expect(renders).toEqual({ hears: 1, emits: 1, count: 1, isOdd: 1, removals: 1 });
  expect(await rendered(() => bus.emit(cart.changed, { count: 1, total: 1 }))).toEqual(['count', 'isOdd']);
  expect(await rendered(() => bus.emit(cart.changed, { count: 1, total: 2 }))).toEqual([]);
  expect(await rendered(() => bus.emit(cart.changed, { count: 3, total: 2 }))).toEqual(['count']);
  expect(await rendered(() => bus.emit(cart.itemAdded, { sku: 'A-1' }))).toEqual([]);
  expect(await rendered(() => bus.emit(cart.itemRemoved, { sku: 'A-1' }))).toEqual(['removals']);
  expect(renders).toEqual({ hears: 1, emits: 1, count: 3, isOdd: 2, removals: 2 });
});

import { createBus, createHub } from '@busbar/core';
import { createPinia, defineStore } from 'pinia';
import { afterEach, expect, test } from 'vitest';
import { defineComponent, h, type Plugin, type PropType } from 'vue';
import { cart } from '../cart-page.test.fixture.ts';
import { useBus, useEmit, useEventState } from '../index.ts';
import { cleanup, renderWithBus } from '../testing.ts';

afterEach(cleanup);

const Badge = defineComponent({
  props: { unit: { type: String as PropType<'piece' | 'pair'>, default: 'piece' } },
  setup(props, { slots }) {
    const count = useEventState(cart.changed, { select: (state) => state?.count ?? 0 });
    const add = useEmit(cart.itemAdded);
    return () => h('button', { onClick: () => add({ sku: 'A-1' }) }, [`${count.value} × ${props.unit} `, slots['default']?.()]);
  },
});

test('a component is rendered with a test bus, which hears and says what the rest of the page would', async () => {
  const { bus, container } = renderWithBus(Badge);
  expect(container.textContent).toBe('0 × piece ');
  bus.emit(cart.changed, { count: 2, total: 20 });
  await expect.poll(() => container.textContent).toBe('2 × piece ');
  container.querySelector('button')!.click();
  expect(bus.emitted(cart.itemAdded).map(({ data }) => data)).toEqual([{ sku: 'A-1' }]);
});

test('props may change, and slots and plugins are given', async () => {
  const useShop = defineStore('shop', () => ({ source: useBus().source }));
  const slots = { default: () => [useShop().source] };
  const { container, rerender } = renderWithBus(Badge, { props: { unit: 'pair' }, slots, plugins: [createPinia()] });
  expect(container.textContent).toBe('0 × pair test');
  await rerender({ unit: 'piece' });
  expect(container.textContent).toBe('0 × piece test');
});

test('contracts that the test bus is to know work by their names', () => {
  const { bus } = renderWithBus(Badge, { contracts: [cart] });
  expect(bus.emit('cart:itemAdded', { sku: 'A-1' }).data).toEqual({ sku: 'A-1' });
});

test('unmounting takes the component, its element and the bus that was made for it', () => {
  const { bus, container, unmount } = renderWithBus(Badge);
  unmount();
  unmount();
  expect(container.isConnected).toBe(false);
  expect(bus.disposed).toBe(true);
});

test('cleaning up takes everything that was rendered, and leaves a bus that was given', () => {
  const bus = createBus({ source: 'mine', hub: createHub() });
  const containers = [renderWithBus(Badge, { bus }), renderWithBus(Badge, { bus })].map(({ container }) => container);
  cleanup();
  expect(containers.map(({ isConnected }) => isConnected)).toEqual([false, false]);
  expect(bus.metrics().subscriptions).toEqual([]);
  expect(bus.disposed).toBe(false);
});

test('a component that throws in its setup leaves nothing behind', () => {
  const warnings: string[] = [];
  const listening: Plugin = ({ config }) => {
    config.warnHandler = (warning) => warnings.push(warning);
  };
  const Broken = defineComponent(() => {
    throw new Error('no setup');
  });
  expect(() => renderWithBus(Broken, { plugins: [listening] })).toThrow('no setup');
  cleanup();
  expect(document.body.children).toHaveLength(0);
  expect(warnings).toEqual(['Unhandled error during execution of setup function']);
});

import { expect, test } from 'vitest';
import { render } from 'vitest-browser-vue';
import { defineComponent, effectScope, h, ref } from 'vue';
import { cart, openCartPage } from './cart-page.test.fixture.ts';
import { useDeadLetters } from './index.ts';

function pageThatFails() {
  const page = openCartPage();
  page.bus.on([cart.itemAdded, cart.itemRemoved], () => {
    throw new Error('no room');
  });
  return page;
}

test('letters come and go, and a letter that the filter declines renders nothing', async () => {
  const { bus, global, settled } = pageThatFails();
  let renders = 0;
  const Panel = defineComponent(() => {
    const letters = useDeadLetters(({ event }) => event.type === 'cart:itemAdded');
    return () => {
      renders++;
      return h('output', letters.value.map(({ reason }) => reason).join());
    };
  });
  const screen = await render(Panel, { global });
  bus.emit(cart.itemRemoved, { sku: 'A-1' });
  await settled();
  expect(renders).toBe(1);
  bus.emit(cart.itemAdded, { sku: 'A-1' });
  await expect.element(screen.getByRole('status')).toHaveTextContent('failed');
  bus.deadLetters.discard(() => true);
  await expect.element(screen.getByRole('status')).toHaveTextContent('');
  expect(renders).toBe(3);
});

test('what the filter reads of refs is followed; without a filter all letters are there', async () => {
  const { bus, settled } = pageThatFails();
  const type = ref('cart:itemAdded');
  const scope = effectScope();
  const some = scope.run(() => useDeadLetters(({ event }) => event.type === type.value, { bus }))!;
  const all = scope.run(() => useDeadLetters(undefined, () => ({ bus })))!;
  bus.emit(cart.itemAdded, { sku: 'A-1' });
  bus.emit(cart.itemRemoved, { sku: 'B-2' });
  await settled();
  const skus = (letters: typeof all) => letters.value.map(({ event }) => (event.data as { sku: string }).sku);
  expect([skus(some), skus(all)]).toEqual([['A-1'], ['A-1', 'B-2']]);
  type.value = 'cart:itemRemoved';
  expect(skus(some)).toEqual(['B-2']);
  scope.stop();
  expect(bus.hub.letterWatchers?.size).toBe(0);
});

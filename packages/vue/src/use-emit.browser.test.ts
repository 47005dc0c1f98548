import { expect, test } from 'vitest';
import { render } from 'vitest-browser-vue';
import { defineComponent, h } from 'vue';
import { cart, openCartPage } from './cart-page.test.fixture.ts';
import { useEmit } from './index.ts';

test('the emitting function publishes, at any time, and returns the event', async () => {
  const { bus, global } = openCartPage();
  const heard: string[] = [];
  const returned: string[] = [];
  bus.on(cart.itemAdded, ({ id }) => heard.push(id), { delivery: 'sync' });
  const Product = defineComponent(() => {
    const add = useEmit(cart.itemAdded);
    return () => h('button', { onClick: () => returned.push(add({ sku: 'A-1' }, { subject: 'A-1' }).id) }, 'Add');
  });
  const screen = await render(Product, { global });
  await screen.getByText('Add').click();
  expect(heard).toHaveLength(1);
  expect(returned).toEqual(heard);
});

test('a name stands for its contract', () => {
  const { bus } = openCartPage();
  const event = useEmit('cart:itemAdded', { bus })({ sku: 'A-1' }, { subject: 'A-1' });
  expect(event).toMatchObject({ type: 'cart:itemAdded', source: 'test', subject: 'A-1', data: { sku: 'A-1' } });
});

test('what the contract refuses throws to the caller', () => {
  const { bus } = openCartPage();
  const emit = useEmit(cart.itemAdded, { bus });
  // @ts-expect-error a number is no sku
  expect(() => emit({ sku: 1 })).toThrow(expect.objectContaining({ code: 'invalid-payload' }));
});

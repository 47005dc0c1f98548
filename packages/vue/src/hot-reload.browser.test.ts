import { expect, test } from 'vitest';
import { render } from 'vitest-browser-vue';
import { defineComponent, h } from 'vue';
import { cart, openCartPage } from './cart-page.test.fixture.ts';
import { useEvent, useEventState } from './index.ts';

/** What Vue's development build offers to build tools. */
declare const __VUE_HMR_RUNTIME__: {
  createRecord(id: string, component: object): void;
  rerender(id: string, render: () => unknown): void;
  reload(id: string, component: object): void;
};

function cartPageInDevelopment(id: string) {
  const page = openCartPage();
  const heard: string[] = [];
  const version = (name: string) =>
    Object.assign(
      defineComponent(() => {
        useEvent(cart.itemAdded, ({ data }) => heard.push(`${name} ${data.sku}`));
        const state = useEventState(cart.changed);
        return () => h('output', `${name} ${state.value?.count}`);
      }),
      { __hmrId: id },
    );
  const Old = version('old');
  __VUE_HMR_RUNTIME__.createRecord(id, Old);
  // A root component cannot be reloaded without the page, so it is one below that is.
  return { ...page, heard, version, Root: defineComponent(() => () => h(Old)) };
}

test('a reloaded component leaves nothing of its old version', async () => {
  const { bus, global, heard, listening, settled, version, Root } = cartPageInDevelopment('reloaded');
  const screen = await render(Root, { global });
  const before = listening();
  __VUE_HMR_RUNTIME__.reload('reloaded', version('new'));
  await expect.element(screen.getByRole('status')).toHaveTextContent('new undefined');
  bus.emit(cart.itemAdded, { sku: 'A-1' });
  await settled();
  expect(heard).toEqual(['new A-1']);
  expect(before).toEqual(['cart:itemAdded', 'cart:changed']);
  expect(listening()).toEqual(before);
});

test('a new template keeps the subscriptions', async () => {
  const { bus, global, heard, settled, Root } = cartPageInDevelopment('rerendered');
  const screen = await render(Root, { global });
  const ids = () => bus.metrics().subscriptions.map(({ id }) => id);
  const before = ids();
  __VUE_HMR_RUNTIME__.rerender('rerendered', () => h('output', 'new template'));
  await expect.element(screen.getByRole('status')).toHaveTextContent('new template');
  bus.emit(cart.itemAdded, { sku: 'A-1' });
  await settled();
  expect(heard).toEqual(['old A-1']);
  expect(ids()).toEqual(before);
});

import { expect, test } from 'vitest';
import { render } from 'vitest-browser-vue';
import { defineComponent, effectScope, h, ref } from 'vue';
import { cart, openCartPage } from './cart-page.test.fixture.ts';
import { useProjection } from './index.ts';

test('anything with `get` and `subscribe` is shown, without a bus', async () => {
  const { bus } = openCartPage();
  const latest = bus.latest(cart.changed);
  const Count = defineComponent(() => {
    const count = useProjection(latest, (state) => state?.count ?? 'none');
    return () => h('output', count.value);
  });
  const screen = await render(Count);
  await expect.element(screen.getByRole('status')).toHaveTextContent('none');
  bus.emit(cart.changed, { count: 1, total: 10 });
  await expect.element(screen.getByRole('status')).toHaveTextContent('1');
});

test('what `select` reads of refs is followed, and `compare` may be another one', async () => {
  const { bus, settled } = openCartPage();
  const field = ref<'count' | 'total'>('count');
  const compare = ref((_previous: unknown, _next: unknown): boolean => false);
  const scope = effectScope();
  const shown = scope.run(() =>
    useProjection(
      bus.latest(cart.changed),
      (state) => state?.[field.value],
      () => ({ compare: compare.value }),
    ),
  )!;
  bus.emit(cart.changed, { count: 1, total: 10 });
  await settled();
  expect(shown.value).toBe(1);
  field.value = 'total';
  expect(shown.value).toBe(10);
  compare.value = () => true;
  field.value = 'count';
  expect(shown.value).toBe(10);
  scope.stop();
});

test('another readable value takes the place of the former, and none is observed after the scope', () => {
  const { bus, listening } = openCartPage();
  const removing = ref(false);
  const scope = effectScope();
  scope.run(() => useProjection(() => bus.latest(removing.value ? cart.itemRemoved : cart.itemAdded)));
  removing.value = true;
  expect(listening()).toEqual(['cart:itemRemoved']);
  scope.stop();
  expect(listening()).toEqual([]);
});

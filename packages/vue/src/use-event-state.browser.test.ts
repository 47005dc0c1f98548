import { expect, test } from 'vitest';
import { render } from 'vitest-browser-vue';
import { computed, createApp, defineComponent, effectScope, h, onMounted, ref, type ShallowRef, shallowRef } from 'vue';
import { cart, openCartPage } from './cart-page.test.fixture.ts';
import { createBusPlugin, useDeadLetters, useEmit, useEventState, useMetrics } from './index.ts';

type CartState = { count: number; total: number };
type State = Readonly<ShallowRef<unknown>>;

/** A component that shows what its setup returns. */
const output = (setup: () => State, onRender = () => {}) =>
  defineComponent(() => {
    const state = setup();
    return () => {
      onRender();
      return h('output', String(state.value ?? 'none'));
    };
  });

test('state is `undefined` before the first event, then the newest payload', async () => {
  const { bus, global } = openCartPage();
  const Count = output(() => {
    const state = useEventState(cart.changed);
    return computed(() => state.value?.count);
  });
  const screen = await render(Count, { global });
  await expect.element(screen.getByRole('status')).toHaveTextContent('none');
  bus.emit(cart.changed, { count: 1, total: 10 });
  bus.emit(cart.changed, { count: 2, total: 20 });
  await expect.element(screen.getByRole('status')).toHaveTextContent('2');
});

test('a component that mounts late begins with what was emitted before, without a render in between', async () => {
  const { bus, global } = openCartPage();
  bus.emit(cart.changed, { count: 3, total: 30 });
  let renders = 0;
  const Count = output(
    () => useEventState(cart.changed, { initial: { count: 0, total: 0 }, select: ({ count }) => count }),
    () => renders++,
  );
  const screen = await render(Count, { global });
  await expect.element(screen.getByRole('status')).toHaveTextContent('3');
  expect(renders).toBe(1);
});

test('what is emitted between setup and mounting is not lost', async () => {
  const { bus, global } = openCartPage();
  const Count = output(() => {
    const count = useEventState(cart.changed, { select: (state) => state?.count });
    bus.emit(cart.changed, { count: 1, total: 10 });
    onMounted(() => bus.emit(cart.changed, { count: 2, total: 20 }));
    return count;
  });
  const screen = await render(Count, { global });
  await expect.element(screen.getByRole('status')).toHaveTextContent('2');
});

test('an event that changes nothing selected renders nothing', async () => {
  const { bus, global } = openCartPage();
  let renders = 0;
  const Count = output(
    () => useEventState(cart.changed, { select: (state) => state?.count ?? 0 }),
    () => renders++,
  );
  const Total = defineComponent(() => {
    const total = useEventState(cart.changed, { select: (state) => `total ${state?.total}` });
    return () => h('p', total.value);
  });
  const screen = await render(
    defineComponent(() => () => [h(Count), h(Total)]),
    { global },
  );
  bus.emit(cart.changed, { count: 0, total: 5 });
  await expect.element(screen.getByText('total 5')).toBeVisible();
  expect(renders).toBe(1);
  bus.emit(cart.changed, { count: 1, total: 6 });
  await expect.element(screen.getByRole('status')).toHaveTextContent('1');
  expect(renders).toBe(2);
});

test('`compare` keeps the selection that it finds equal, and a selection may be `undefined`', async () => {
  const { bus, settled } = openCartPage();
  const compare = (previous?: number[], next?: number[]) => previous?.join() === next?.join();
  const scope = effectScope();
  const state = scope.run(() => useEventState(cart.changed, { bus, select: (now) => now && [now.count], compare }))!;
  const seen = new Set<unknown>([state.value]);
  for (const next of [
    { count: 1, total: 1 },
    { count: 1, total: 2 },
    { count: 2, total: 3 },
  ]) {
    bus.emit(cart.changed, next);
    await settled();
    seen.add(state.value);
  }
  expect([...seen]).toEqual([undefined, [1], [2]]);
  scope.stop();
});

test('a name stands for its contract', async () => {
  const { bus, settled } = openCartPage();
  const scope = effectScope();
  const state = scope.run(() => useEventState('cart:changed', { bus, select: (now) => now?.count }))!;
  bus.emit(cart.changed, { count: 1, total: 10 });
  await settled();
  expect(state.value).toBe(1);
  scope.stop();
});

test('another contract is another state', async () => {
  const { bus, global, listening } = openCartPage();
  bus.emit(cart.changed, { count: 1, total: 10 });
  const adding = ref(false);
  const Shown = output(() => {
    const state = useEventState(() => (adding.value ? cart.itemAdded : cart.changed));
    return computed(() => JSON.stringify(state.value));
  });
  const screen = await render(Shown, { global });
  await expect.element(screen.getByRole('status')).toHaveTextContent('{"count":1,"total":10}');
  adding.value = true;
  await expect.element(screen.getByRole('status')).toHaveTextContent('none');
  bus.emit(cart.itemAdded, { sku: 'A-1' });
  await expect.element(screen.getByRole('status')).toHaveTextContent('{"sku":"A-1"}');
  expect(listening()).toEqual(['cart:itemAdded']);
});

test.each(['select', 'compare'] as const)(
  'a `%s` that throws ends in Vue’s error handling, and the bus goes on',
  async (which) => {
    const { bus, global, errors } = openCartPage();
    const caught: unknown[] = [];
    const fail = (state?: CartState) => {
      if (state?.count === 1) throw new Error(`bad ${which}`);
      return state;
    };
    const select = which === 'select' ? fail : (state?: CartState) => state;
    const compare = which === 'compare' ? (_?: CartState, next?: CartState) => !fail(next) : Object.is;
    const Fragile = output(() => {
      const state = useEventState(cart.changed, { select, compare });
      return computed(() => state.value?.count);
    });
    const config = { errorHandler: (error: unknown) => caught.push(error), warnHandler: () => {} };
    const screen = await render(Fragile, { global: { ...global, config } });
    bus.emit(cart.changed, { count: 1, total: 10 });
    await expect.poll(() => caught).toEqual([new Error(`bad ${which}`)]);
    bus.emit(cart.changed, { count: 2, total: 20 });
    await expect.element(screen.getByRole('status')).toHaveTextContent('2');
    expect(errors).toEqual([]);
  },
);

test('unmounting leaves no observer behind', async () => {
  const { global, listening } = openCartPage();
  const { unmount } = await render(
    output(() => useEventState(cart.changed)),
    { global },
  );
  expect(listening()).toEqual(['cart:changed']);
  await unmount();
  expect(listening()).toEqual([]);
});

test('a store outlives the component that used it first, and ends with its own scope', async () => {
  const { bus, listening } = openCartPage();
  const app = createApp({}).use(createBusPlugin(bus));
  // As Pinia makes its stores: in a detached scope, with the app's injections.
  const scope = effectScope(true);
  let store: State | undefined;
  const First = defineComponent(() => {
    store = app.runWithContext(() => scope.run(() => useEventState(cart.changed)));
    return () => null;
  });
  const { unmount } = await render(First);
  await unmount();
  bus.emit(cart.changed, { count: 1, total: 10 });
  await expect.poll(() => store?.value).toEqual({ count: 1, total: 10 });
  scope.stop();
  expect(listening()).toEqual([]);
});

test('options that name another bus turn states, figures, letters and emitting functions to it', () => {
  const [one, other] = [openCartPage(), openCartPage()];
  other.bus.emit(cart.changed, { count: 2, total: 20 });
  const bus = shallowRef(one.bus);
  const options = () => ({ bus: bus.value });
  const scope = effectScope();
  const [state, figures, emit] = scope.run(
    () => [useEventState(cart.changed, options), useMetrics(undefined, options), useEmit(cart.itemAdded, options)] as const,
  )!;
  scope.run(() => useDeadLetters(undefined, options));
  bus.value = other.bus;
  expect([state.value?.count, figures.value.emitted]).toEqual([2, 1]);
  expect(emit({ sku: 'A-1' }).type).toBe('cart:itemAdded');
  expect([one, other].map((page) => [page.bus.metrics().emitted, page.listening(), page.bus.hub.letterWatchers?.size])).toEqual([
    [0, [], 0],
    [2, ['cart:changed'], 1],
  ]);
  scope.stop();
});

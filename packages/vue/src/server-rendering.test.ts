import { type Bus, createBus, createHub } from '@busbar/core';
import { createPinia, defineStore } from 'pinia';
import { expect, test } from 'vitest';
import { createSSRApp, defineComponent, h, Suspense } from 'vue';
import { renderToString } from 'vue/server-renderer';
import { cart } from './cart-page.test.fixture.ts';
import { createBusPlugin, useDeadLetters, useEmit, useEvent, useEventState, useMetrics, useProjection } from './index.ts';

const useCart = defineStore('cart', () => {
  useEvent(cart.itemAdded, () => {});
  return { total: useEventState(cart.changed, { select: (state) => state?.total }) };
});

/** Calls everything, in setup before an `await` and in a store. */
const Page = defineComponent({
  async setup() {
    const store = useCart();
    useEvent([cart.itemAdded, cart.changed], () => {});
    useEmit(cart.itemAdded);
    const state = useEventState(cart.changed, { initial: { count: 0, total: 0 } });
    const projected = useProjection({ get: () => 'projected', subscribe: () => expect.unreachable() });
    const [letters, metrics] = [useDeadLetters(), useMetrics()];
    await Promise.resolve();
    return () =>
      h('p', [state.value.count, store.total ?? 'nothing', projected.value, letters.value.length, metrics.value.emitted].join());
  },
});

function rendered(bus: Bus): Promise<string> {
  const page = () => h(Suspense, null, { default: () => h(Page) });
  return renderToString(createSSRApp(page).use(createBusPlugin(bus)).use(createPinia()));
}

test('a server renders the initial value where its request has emitted nothing', async () => {
  expect(await rendered(createBus({ source: 'server' }))).toBe('<p>0,nothing,projected,0,0</p>');
});

test('two requests at once, each with its bus, never see each other’s events', async () => {
  const [one, other] = [createBus({ source: 'server' }), createBus({ source: 'server' })];
  const rendering = [rendered(one), rendered(other)];
  one.emit(cart.changed, { count: 1, total: 10 });
  await Promise.resolve();
  other.emit(cart.changed, { count: 2, total: 20 });
  expect(await Promise.all(rendering)).toEqual(['<p>1,10,projected,0,1</p>', '<p>2,20,projected,0,1</p>']);
});

test('what a store listens to that is made before rendering ends with the bus of the request', async () => {
  const bus = createBus({ source: 'server' });
  const pinia = createPinia();
  const app = createSSRApp({ render: () => null })
    .use(createBusPlugin(bus))
    .use(pinia);
  useCart(pinia);
  await renderToString(app);
  expect(bus.hub.subscriptions.size).toBe(2);
  bus.dispose();
  expect(bus.hub.subscriptions.size).toBe(0);
});

test('a hub that many requests are rendered with keeps nothing of them', async () => {
  const hub = createHub();
  const bus = createBus({ source: 'server', hub });
  const held = () => [hub.subscriptions.size, hub.topics.size, hub.letterWatchers?.size ?? 0, hub.letterObservers.size];
  await rendered(bus);
  const before = held();
  for (let requests = 0; requests < 200; requests++) await rendered(bus.scope({ source: 'request' }));
  expect(held()).toEqual(before);
  expect(before[0]).toBe(0);
});

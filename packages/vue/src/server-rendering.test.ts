import { type Bus, createBus } from '@busbar/core';
import { expect, test } from 'vitest';
import { createSSRApp, defineComponent, h } from 'vue';
import { renderToString } from 'vue/server-renderer';
import { cart } from './cart-page.test.fixture.ts';
import { createBusPlugin, useEmit, useEvent, useEventState } from './index.ts';

const Page = defineComponent(() => {
  useEvent(cart.itemAdded, () => {});
  useEmit(cart.itemAdded);
  const state = useEventState(cart.changed, { initial: { count: 0, total: 0 } });
  const total = useEventState(cart.changed, { select: (state) => state?.total });
  return () => h('p', `${state.value.count} for ${total.value ?? 'nothing'}`);
});

const rendered = (bus: Bus): Promise<string> => renderToString(createSSRApp(Page).use(createBusPlugin(bus)));

test('a server renders the initial value where its request has emitted nothing', async () => {
  expect(await rendered(createBus({ source: 'server' }))).toBe('<p>0 for nothing</p>');
});

test('a server renders what its own request emitted, and no other request sees it', async () => {
  const [one, other] = [createBus({ source: 'server' }), createBus({ source: 'server' })];
  one.emit(cart.changed, { count: 2, total: 20 });
  expect(await rendered(one)).toBe('<p>2 for 20</p>');
  expect(await rendered(other)).toBe('<p>0 for nothing</p>');
});

test('rendering on a server subscribes nothing', async () => {
  const bus = createBus({ source: 'server' });
  await rendered(bus);
  expect(bus.metrics().subscriptions).toEqual([]);
});

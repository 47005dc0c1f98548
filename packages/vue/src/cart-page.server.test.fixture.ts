import { createBus } from '@busbar/core';
import { createSSRApp } from 'vue';
import { renderToString } from 'vue/server-renderer';
import { cart } from './cart-page.test.fixture.ts';
import { type CartState, CartView } from './cart-view.test.fixture.ts';
import { createBusPlugin } from './index.ts';

/** Answers a request as a server does: with a bus of its own, to which the request's cart is emitted. */
export function render(initial: CartState): Promise<string> {
  const bus = createBus({ source: 'server' });
  bus.emit(cart.changed, initial);
  return renderToString(createSSRApp(CartView, { initial }).use(createBusPlugin(bus)));
}

import { project } from '@busbar/patterns';
import { BusProvider } from '@busbar/react';
import { createRoot } from 'react-dom/client';
import { Provider } from 'react-redux';
import { showHub } from '../../page/show-hub.ts';
import { bus } from '../beside/bus.ts';
import { emitShopEvents } from '../beside/emit-shop-events.ts';
import { store } from '../recorded/store.ts';
import { cartProjection } from './cart-projection.ts';
import { compareCart } from './compare-cart.ts';
import { mistakenProjection } from './mistaken-projection.ts';
import { Shop } from './shop.tsx';

const mistaken = new URLSearchParams(location.search).has('mistake');
const lines = project(bus, mistaken ? mistakenProjection : cartProjection);
const comparison = compareCart(lines);

emitShopEvents();
createRoot(document.querySelector('main')!).render(
  <Provider store={store}>
    <BusProvider bus={bus}>
      <Shop lines={lines} comparison={comparison} />
    </BusProvider>
  </Provider>,
);
showHub();

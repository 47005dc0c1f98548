import { project } from '@busbar/patterns';
import { BusProvider } from '@busbar/react';
import { createRoot } from 'react-dom/client';
import { Provider } from 'react-redux';
import { showHub } from '../../page/show-hub.ts';
import { bus } from '../beside/bus.ts';
import { cartProjection } from '../compared/cart-projection.ts';
import { emitOrders } from './emit-orders.ts';
import { Shop } from './shop.tsx';
import { store } from './store.ts';

const lines = project(bus, cartProjection);

emitOrders();
createRoot(document.querySelector('main')!).render(
  <Provider store={store}>
    <BusProvider bus={bus}>
      <Shop lines={lines} />
    </BusProvider>
  </Provider>,
);
showHub();

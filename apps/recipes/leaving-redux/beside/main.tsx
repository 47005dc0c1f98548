import { createRoot } from 'react-dom/client';
import { Provider } from 'react-redux';
import { showHub } from '../../page/show-hub.ts';
import { Shop } from '../before/shop.tsx';
import { emitShopEvents } from './emit-shop-events.ts';
import { store } from './store.ts';

emitShopEvents();
createRoot(document.querySelector('main')!).render(
  <Provider store={store}>
    <Shop />
  </Provider>,
);
showHub();

import { createRoot } from 'react-dom/client';
import { Provider } from 'react-redux';
import { showHub } from '../../page/show-hub.ts';
import { Shop } from '../before/shop.tsx';
import { store } from '../recorded/store.ts';
import { emitShopEvents } from './emit-shop-events.ts';

emitShopEvents();
createRoot(document.querySelector('main')!).render(
  <Provider store={store}>
    <Shop />
  </Provider>,
);
showHub();

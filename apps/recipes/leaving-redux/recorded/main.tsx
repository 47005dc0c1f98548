import { createRoot } from 'react-dom/client';
import { Provider } from 'react-redux';
import { Shop } from '../before/shop.tsx';
import { ProposedContracts } from './proposed-contracts.tsx';
import { store } from './store.ts';

createRoot(document.querySelector('main')!).render(
  <Provider store={store}>
    <Shop />
    <ProposedContracts />
  </Provider>,
);

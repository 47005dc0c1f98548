// The fifth micro-frontend of the shop: a module with its own React and its own copy of Busbar, and a place of its own.
import { createBus } from '@busbar/core';
import { BusProvider } from '@busbar/react';
import { createRoot } from 'react-dom/client';
import { WishList } from './wish-list.tsx';

const place = document.createElement('div');
document.querySelector('footer')!.before(place);

createRoot(place).render(
  <BusProvider bus={createBus({ source: 'wish-list' })}>
    <WishList />
  </BusProvider>,
);

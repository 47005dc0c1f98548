import { type BusProps, withBus } from '@busbar/single-spa';
import { keepOrders } from './keep-orders.ts';

const lifecycles = withBus(
  {
    bootstrap: async () => {},
    mount: async ({ bus }: BusProps) => keepOrders(bus),
    unmount: async () => {},
  },
  {
    publish: ['checkout:ordersChanged', 'checkout:orderSubmitted'],
    subscribe: ['checkout:orderSubmitted', 'checkout:orderPlaced', 'checkout:orderCancelled', 'saga:completed', 'saga:undone'],
  },
);

export const { bootstrap, init, mount, unmount } = lifecycles;

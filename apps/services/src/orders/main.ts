import { type BusProps, withBus } from '@busbar/single-spa';
import { confirmOrders } from './confirm-orders.ts';

const lifecycles = withBus(
  {
    bootstrap: async () => {},
    mount: async ({ bus }: BusProps) => confirmOrders(bus),
    unmount: async () => {},
  },
  { publish: ['orders:*'], subscribe: ['orders:*'] },
);

export const { bootstrap, init, mount, unmount } = lifecycles;

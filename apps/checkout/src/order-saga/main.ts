import { type BusProps, withBus } from '@busbar/single-spa';
import { runOrderSaga } from './run-order-saga.ts';
import { sagaStore } from './saga-store.ts';

const lifecycles = withBus(
  {
    bootstrap: async () => {},
    mount: async ({ bus }: BusProps) => void runOrderSaga(bus, sagaStore()),
    unmount: async () => {},
  },
  {
    publish: ['checkout:*', 'saga:*', 'stock:*', 'payment:*', 'orders:*'],
    subscribe: ['checkout:orderSubmitted', 'saga:*', 'stock:*', 'payment:*', 'orders:*', 'shell:serviceFaultSwitched'],
  },
);

export const { bootstrap, init, mount, unmount } = lifecycles;

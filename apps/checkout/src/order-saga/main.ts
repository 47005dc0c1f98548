import { isBusError, report } from '@busbar/core';
import { type BusProps, withBus } from '@busbar/single-spa';
import { whenShownAgain } from '../when-shown-again.ts';
import { runOrderSaga } from './run-order-saga.ts';
import { sagaStore } from './saga-store.ts';

const lifecycles = withBus(
  {
    bootstrap: async () => {},
    async mount({ bus }: BusProps) {
      const sagas = runOrderSaga(bus, sagaStore());
      // Other tabs may have begun orders, and ended some.
      whenShownAgain(bus, () => {
        sagas.resume().catch((error) => isBusError(error) && report(bus, error));
      });
    },
    unmount: async () => {},
  },
  {
    publish: ['checkout:*', 'saga:*', 'stock:*', 'payment:*', 'orders:*'],
    subscribe: ['checkout:orderSubmitted', 'saga:*', 'stock:*', 'payment:*', 'orders:*', 'shell:serviceFaultSwitched'],
  },
);

export const { bootstrap, init, mount, unmount } = lifecycles;

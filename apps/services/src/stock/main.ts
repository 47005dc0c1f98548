import { type BusProps, withBus } from '@busbar/single-spa';
import { keepStock } from './keep-stock.ts';

const lifecycles = withBus(
  {
    bootstrap: async () => {},
    mount: async ({ bus }: BusProps) => keepStock(bus),
    unmount: async () => {},
  },
  { publish: ['stock:*'], subscribe: ['stock:*', 'shell:serviceFaultSwitched'] },
);

export const { bootstrap, init, mount, unmount } = lifecycles;

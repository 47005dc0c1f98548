import { type BusProps, withBus } from '@busbar/single-spa';
import { takePayments } from './take-payments.ts';

const lifecycles = withBus(
  {
    bootstrap: async () => {},
    mount: async ({ bus }: BusProps) => takePayments(bus),
    unmount: async () => {},
  },
  { publish: ['payment:*'], subscribe: ['payment:*', 'shell:serviceFaultSwitched'] },
);

export const { bootstrap, init, mount, unmount } = lifecycles;

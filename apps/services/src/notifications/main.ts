import { type BusProps, withBus } from '@busbar/single-spa';
import { sendConfirmations } from './send-confirmations.ts';

const lifecycles = withBus(
  {
    bootstrap: async () => {},
    mount: async ({ bus }: BusProps) => sendConfirmations(bus),
    unmount: async () => {},
  },
  { publish: ['notifications:*'], subscribe: ['checkout:confirmationIssued'] },
);

export const { bootstrap, init, mount, unmount } = lifecycles;

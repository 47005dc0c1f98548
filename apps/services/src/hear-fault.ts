import type { Bus, EventOf } from '@busbar/core';
import { shell } from 'contracts';

type ServiceFault = EventOf<typeof shell.serviceFaultSwitched>['data']['fault'];

/** Listens to whether somebody switched a fault on. Ends with the bus. */
export function hearFault(bus: Bus, wanted: ServiceFault): () => boolean {
  let on = false;
  bus.on(
    shell.serviceFaultSwitched,
    ({ data }) => {
      on = data.on;
    },
    { where: ({ data }) => data.fault === wanted },
  );
  return () => on;
}

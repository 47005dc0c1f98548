import { inject, provideEnvironmentInitializer } from '@angular/core';
import type { Bus } from '@busbar/core';
import { BUS, type BusFeature } from './provide-bus.ts';

/** A feature that makes the bus to provide of the one before it, in an injection context, when the injector is made. */
export function busFeature(extend: (bus: Bus) => Bus): BusFeature {
  return {
    extend: ([before]) => [
      { provide: BUS, useFactory: () => extend(before ? before.useFactory() : inject(BUS, { skipSelf: true })) },
      provideEnvironmentInitializer(() => inject(BUS)),
    ],
  };
}

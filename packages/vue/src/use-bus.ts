import type { Bus } from '@busbar/core';
import { busKey } from './bus-key.ts';
import { inDevelopment } from './development.ts';
import { injected } from './injected.ts';

/**
 * Gives the bus that the nearest component above provided, else the app's.
 *
 * Call it in `setup` before the first `await`, or in a store.
 *
 * @throws Error when there is none.
 * @example
 * const bus = useBus();
 * const retry = (): number => bus.deadLetters.redrive(() => true);
 */
export function useBus(): Bus {
  const bus = injected(busKey);
  if (bus) return bus;
  throw new Error(
    inDevelopment ? 'Busbar found no bus: app.use(createBusPlugin(bus)) or provideBus(bus) above, before any await.' : 'no bus',
  );
}

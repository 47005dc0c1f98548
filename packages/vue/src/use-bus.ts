import type { Bus } from '@busbar/core';
import { hasInjectionContext, inject } from 'vue';
import { busKey } from './bus-key.ts';

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
  const bus = hasInjectionContext() ? inject(busKey, undefined) : undefined;
  if (bus) return bus;
  throw new Error(
    'A Busbar composable found no bus. Expected app.use(createBusPlugin(bus)) or provideBus(bus) in a component above, ' +
      "and a call in setup before the first await. Do that, with a bus from createBus({ source: '…' }), or pass { bus }.",
  );
}

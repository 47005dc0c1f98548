import type { Bus } from '@busbar/core';
import { provide } from 'vue';
import { busKey } from './bus-key.ts';

/**
 * Gives all components below this one their bus, in place of the app's. Call it in `setup`.
 *
 * The component itself is not below itself: there, pass `{ bus }` to the other functions.
 *
 * @example
 * const scope = useBus().scope({ source: 'checkout-payment', publish: ['payment:*'] });
 * provideBus(scope);
 * onScopeDispose(() => scope.dispose());
 */
export function provideBus(bus: Bus): void {
  provide(busKey, bus);
}

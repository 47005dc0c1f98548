import { project, sagaProjection } from '@busbar/patterns';
import { useBus, useProjection } from '@busbar/vue';
import { type ComputedRef, computed, onScopeDispose } from 'vue';
import { type OrderProgress, orderProgress } from './order-progress.ts';

/** Follows how far an order has come, from what its saga says of itself, also before this page was opened. */
export function useOrderProgress(number: () => string | undefined): ComputedRef<OrderProgress> {
  const sagas = project(useBus(), sagaProjection('placeOrder'));
  const states = useProjection(sagas);
  onScopeDispose(() => sagas.stop());
  return computed(() => orderProgress(states.value[number() ?? '']));
}

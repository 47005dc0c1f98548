import { defineComponent, h } from 'vue';
import { cart } from './cart-page.test.fixture.ts';
import { useBus, useDeadLetters, useEmit, useEvent, useEventState, useProjection } from './index.ts';

/** What a request knows of its cart. */
export interface CartState {
  readonly count: number;
  readonly total: number;
}

/** Shows a cart with everything that may be called on a server, where `initial` is what a request knew. */
export const CartView = defineComponent(
  ({ initial }: { initial: CartState }) => {
    const count = useEventState(cart.changed, { initial, select: (state) => state.count });
    const sku = useProjection(useBus().latest(cart.itemAdded), (item) => item?.sku ?? 'nothing');
    const letters = useDeadLetters();
    const add = useEmit(cart.itemAdded);
    useEvent(cart.itemAdded, () => {});
    const text = () => `${count.value} in it, ${sku.value} added, ${letters.value.length} lost`;
    return () => h('button', { onClick: () => add({ sku: 'A-1' }) }, text());
  },
  { props: ['initial'] },
);

import { useEmit, useEvent } from '@busbar/vue';
import { type CartState, cart, checkout, isPriced, type Line, shell } from 'contracts';
import { type ComputedRef, computed, type ShallowRef, shallowRef } from 'vue';
import { createOrder } from './create-order.ts';
import type { Delivery } from './delivery.ts';
import type { OrderProgress } from './progress/order-progress.ts';
import { createSlowness } from './slowness.ts';
import type { Visit } from './stored-visit.ts';
import { useVisit } from './use-visit.ts';

/** One visit to the checkout: what is in the cart, and what has become of it. */
export interface Checkout {
  /** The cart as last heard of; `undefined` before that. */
  readonly content: Readonly<ShallowRef<CartState | undefined>>;
  /** The lines that have no price, so that they cannot be ordered, nor the others along with them. */
  readonly unpriced: ComputedRef<readonly Line[]>;
  /** Whether a handler of checkout is taking longer than usual. */
  readonly waiting: Readonly<ShallowRef<boolean>>;
  /** The order of this visit and where it goes, once there is one; also after a reload, and when somebody comes back to the page. */
  readonly visit: Readonly<ShallowRef<Visit | undefined>>;
  /** How far that order has come. */
  readonly progress: ComputedRef<OrderProgress>;
  /** Orders what is in the cart, if all of it has a price. Throws what `emit` throws; then there is no order. */
  place(delivery: Delivery): void;
  /** Begins another visit, with what is in the cart by now. */
  startOver(): void;
}

/** Says `checkout:started` once a visit, as soon as there is something to check out. */
export function useCheckout(): Checkout {
  const content = shallowRef<CartState>();
  const waiting = shallowRef(false);
  const unpriced = computed(() => content.value?.lines.filter((line) => !isPriced(line)) ?? []);
  const { visit, progress, keep } = useVisit();
  const emitStarted = useEmit(checkout.started);
  const emitSubmitted = useEmit(checkout.orderSubmitted);
  const { hear, slowly } = createSlowness((now) => {
    waiting.value = now;
  });
  let started = false;

  function start(cause?: Parameters<typeof emitStarted>[1]): void {
    const { count, total } = content.value ?? { count: 0, total: 0 };
    if (started || visit.value || count === 0) return;
    started = true;
    emitStarted({ count, total }, cause);
  }

  useEvent(shell.faultSwitched, hear); // first, so that the handler below knows when its retained event comes
  useEvent(
    cart.changed,
    slowly((event) => {
      content.value = event.data;
      start({ cause: event.replayed ? false : event }); // a cart that was there before is not why somebody came
    }),
  );

  return {
    content,
    unpriced,
    waiting,
    visit,
    progress,
    place(delivery) {
      if (!content.value || visit.value || unpriced.value.length > 0) return;
      const order = createOrder(content.value, new Date());
      emitSubmitted(order, { idempotencykey: order.number });
      keep({ order, delivery });
    },
    startOver() {
      keep(undefined);
      started = false;
      start();
    },
  };
}

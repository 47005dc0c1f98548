import type { Pinia } from 'pinia';
import type { Store } from '../store.ts';
import { createListeners } from './listeners.ts';
import { piniaStore } from './pinia-store.ts';

/**
 * All stores of a Pinia as one: its state holds that of each by its id, its actions are those of all.
 *
 * It is told of stores that are made from now on, so call it before the first one is used. It is a plugin to Pinia, and plugins
 * begin with `app.use(pinia)`.
 *
 * @example
 * const pinia = createPinia();
 * const stores = piniaStores<{ cart: Cart; orders: Orders }>(pinia);
 * emitBeside(stores, bus, { 'cart/addItem': cart.itemAdded, 'orders/place': checkout.orderPlaced });
 */
export function piniaStores<State extends object = Record<string, unknown>>(pinia: Pinia): Store<Partial<State>> {
  const parts = new Map<string, Store<object>>();
  const ends = new Map<string, () => void>();
  const listeners = createListeners<Partial<State>>(watchAll);
  let state: Record<string, unknown> = {};

  function getState(): Partial<State> {
    const next = Object.fromEntries([...parts].map(([id, part]) => [id, part.getState()]));
    const ids = Object.keys(next);
    if (ids.length !== Object.keys(state).length || ids.some((id) => next[id] !== state[id])) state = next;
    return state as Partial<State>;
  }

  function watch(id: string, part: Store<object>): void {
    const stopActions = part.actions((action, { before, after }) => {
      const whole = getState();
      listeners.feed.tell(action, { before: { ...whole, [id]: before }, after: { ...whole, [id]: after } });
    });
    const stopChanges = part.subscribe(listeners.changed);
    ends.set(id, () => {
      stopActions();
      stopChanges();
    });
  }

  function watchAll(): () => void {
    for (const [id, part] of parts) watch(id, part);
    return () => {
      for (const end of ends.values()) end();
      ends.clear();
    };
  }

  pinia.use(({ store }) => {
    const part = piniaStore<object>(store);
    ends.get(store.$id)?.();
    parts.set(store.$id, part);
    if (listeners.some) watch(store.$id, part);
    listeners.changed();
  });

  return { getState, subscribe: listeners.subscribe, actions: listeners.actions };
}

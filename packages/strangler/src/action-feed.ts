import { report } from './report.ts';
import type { ActionListener, StatesAround, StoreAction } from './store.ts';

/** Where a store has its feed, for all copies of this package on the page. */
export const feedKey: unique symbol = Symbol.for('busbar.actions') as never;

/** Tells listeners of what a store has done. */
export interface ActionFeed<State = unknown> {
  /** False while nobody listens. */
  readonly heard: boolean;
  /** Calls the listener with each action from now on. Returns the function that ends it. */
  listen(listener: ActionListener<State>): () => void;
  /** Tells all listeners of an action that the store has taken. Never throws: what listeners throw is reported. */
  tell(action: StoreAction, states: StatesAround<State>): void;
}

/**
 * Makes a feed for the `actions` of a store that this package does not know.
 *
 * @example
 * const feed = createActionFeed<Cart>();
 * function add(item: Item): void {
 *   const before = cart;
 *   cart = { ...cart, items: [...cart.items, item] };
 *   feed.tell({ type: 'cart/add', payload: item }, { before, after: cart });
 * }
 */
export function createActionFeed<State = unknown>(): ActionFeed<State> {
  const listeners = new Set<{ readonly listener: ActionListener<State> }>();
  return {
    get heard() {
      return listeners.size > 0;
    },
    listen(listener) {
      const entry = { listener };
      listeners.add(entry);
      return () => void listeners.delete(entry);
    },
    tell(action, states) {
      for (const { listener } of [...listeners]) {
        try {
          listener(action, states);
        } catch (error) {
          report(error);
        }
      }
    },
  };
}

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
  const listeners = new Set<Listening<State>>();
  /** What is being told now: a listener that acts on the store adds to it. */
  const told: Parameters<ActionListener<State>>[] = [];
  let depth = 0;

  /** Whoever has not heard of the action before hears of it first. */
  function catchUp(listening: Listening<State>): void {
    while (listening.heard < told.length && listeners.has(listening)) {
      try {
        listening.listener(...told[listening.heard++]!);
      } catch (error) {
        report(error);
      }
    }
  }

  return {
    get heard() {
      return listeners.size > 0;
    },
    listen(listener) {
      const listening = { listener, heard: told.length };
      listeners.add(listening);
      return () => void listeners.delete(listening);
    },
    tell(...action) {
      told.push(action);
      depth++;
      for (const listening of [...listeners]) catchUp(listening);
      if (--depth > 0) return;
      told.length = 0;
      for (const listening of listeners) listening.heard = 0;
    },
  };
}

/** A listener, and how much it has heard of what is being told. */
interface Listening<State> {
  readonly listener: ActionListener<State>;
  heard: number;
}

import { type ActionFeed, feedKey } from '../action-feed.ts';
import type { Store } from '../store.ts';
import { createActionTeller } from './action-teller.ts';
import { observeStore, type ZustandStore } from './observe-store.ts';

export interface ZustandStoreOptions {
  /** What the types of actions begin with: with `cart`, the function `addItem` is the action `cart/addItem`. Default: nothing. */
  readonly name?: string;
}

/**
 * A Zustand store as this package sees it. An action is a call of a function of the state that changes it, and a state that is set
 * from outside (`setState`, or the name that was given to it). One argument is the payload, several are a list.
 *
 * A store that was made without `withActions` is observed from here on: its functions are replaced, once, by ones that tell.
 * Code that took a function before goes by unseen.
 *
 * @example
 * emitBeside(zustandStore(useCart, { name: 'cart' }), bus, { 'cart/addItem': cart.itemAdded });
 */
export function zustandStore<State>(store: ZustandStore<State>, { name }: ZustandStoreOptions = {}): Store<State> {
  const feed = feedOf(store);
  const named = (type: string): string => (name === undefined || type.includes('/') ? type : `${name}/${type}`);
  return {
    getState: () => store.getState(),
    subscribe: (listener) => store.subscribe(() => listener()),
    actions: (listener) => feed.listen((action, states) => listener({ ...action, type: named(action.type) }, states as never)),
  };
}

function feedOf<State>(store: ZustandStore<State> & { readonly [feedKey]?: ActionFeed }): ActionFeed {
  if (store[feedKey]) return store[feedKey];
  const teller = createActionTeller(() => store.getState());
  const setState = store.setState;
  const functions = observeStore(store as ZustandStore<unknown>, teller)(store.getState());
  if (functions) setState.call(store, functions);
  return teller.feed;
}

import { BusError } from '@busbar/core';
import { feedKey } from '../action-feed.ts';
import type { Store } from '../store.ts';
import type { WithActions } from './with-actions.ts';

/** What is needed of a Redux store. */
export interface ReduxStore<State> {
  getState(): State;
  subscribe(listener: () => void): () => void;
}

/**
 * A Redux store as this package sees stores. Actions are handed on as they were dispatched.
 *
 * @throws BusError `invalid-option` for a store that was made without the enhancer `withActions`.
 *
 * @example
 * emitBeside(reduxStore(store), bus, { [addItem.type]: cart.itemAdded });
 */
export function reduxStore<State>(store: ReduxStore<State>): Store<State> {
  const feed = (store as Partial<WithActions> | undefined)?.[feedKey];
  if (!feed)
    throw new BusError('invalid-option', {
      option: 'store',
      given: store,
      expected: 'a store that was made with the enhancer `withActions` of @busbar/strangler/redux',
      source: 'reduxStore',
    });
  return {
    getState: () => store.getState(),
    subscribe: (listener) => store.subscribe(listener),
    actions: (listener) => feed.listen(listener as never),
  };
}

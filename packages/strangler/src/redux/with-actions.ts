import type { StoreEnhancer } from 'redux';
import { type ActionFeed, createActionFeed, feedKey } from '../action-feed.ts';
import type { StoreAction } from '../store.ts';

/** What the enhancer adds to a store. Other enhancers hand it on. */
export interface WithActions {
  readonly [feedKey]: ActionFeed;
}

/**
 * Lets a Redux store tell of the actions that its reducer has taken. Put it last: what comes after it, it does not see.
 *
 * Thunks and what middleware swallows are no actions to a reducer, and are not told; what they dispatch is.
 *
 * @example
 * const store = configureStore({ reducer, enhancers: (defaults) => defaults().concat(withActions) });
 */
export const withActions: StoreEnhancer<WithActions> = (createStore) => (reducer, preloadedState) => {
  const store = createStore(reducer, preloadedState);
  const feed = createActionFeed();
  let taken: { readonly action: StoreAction; readonly before: unknown } | undefined;

  /** An action dispatched by a subscriber comes while the one before it is still being dispatched: that one was first. */
  function tellTaken(): void {
    if (!taken) return;
    const { action, before } = taken;
    const after = store.getState();
    taken = undefined;
    feed.tell(action, { before, after });
  }

  function dispatch<Dispatched extends Parameters<typeof store.dispatch>[0]>(action: Dispatched): Dispatched {
    tellTaken();
    if (!feed.heard) return store.dispatch(action);
    const before = store.getState();
    const own = { action: action as unknown as StoreAction, before };
    taken = own;
    try {
      return store.dispatch(action);
    } catch (error) {
      // A reducer that threw has taken nothing; a subscriber that threw comes after the reducer.
      if (taken === own && store.getState() === before) taken = undefined;
      throw error;
    } finally {
      if (taken === own) tellTaken();
    }
  }

  return { ...store, dispatch, [feedKey]: feed };
};

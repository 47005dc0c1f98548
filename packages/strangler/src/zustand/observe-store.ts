import { feedKey } from '../action-feed.ts';
import type { ActionTeller } from './action-teller.ts';
import { createWrapFunctions, type WrapFunctions } from './wrap-functions.ts';

/** What is needed of a Zustand store. */
export interface ZustandStore<State> {
  getState(): State;
  // biome-ignore lint/suspicious/noExplicitAny: middleware gives it other parameters
  setState(...given: any[]): unknown;
  subscribe(listener: (state: State, previous: State) => void): () => void;
}

/**
 * Lets a store tell of states that are set from outside, and of the functions that its state has after a change. Answers
 * what wraps the functions of its first state.
 */
export function observeStore(store: ZustandStore<unknown>, teller: ActionTeller): WrapFunctions {
  const setState = store.setState;
  const wrap = createWrapFunctions(teller);
  store.setState = (given, replace, name) =>
    teller.set(name, given, () => void setState.call(store, given, replace, name), false);
  Object.defineProperty(store, feedKey, { value: teller.feed, enumerable: true });
  // A state that replaces the whole one, as resets do, brings the functions as they were.
  store.subscribe((state) => {
    const wrapped = wrap(state);
    if (wrapped) setState.call(store, wrapped);
  });
  return wrap;
}

/** What a store was told to do, as this package sees it. Stores may hand over objects that hold more. */
export interface StoreAction {
  /** Its name, such as `cart/addItem`. */
  readonly type: string;
  /** What was said with it. */
  readonly payload?: unknown;
}

/** Told of an action that the store has taken, with the states from before and after it. */
export type ActionListener<State> = (action: StoreAction, states: StatesAround<State>) => void;

/** The states on both sides of an action; the same where the action changed nothing. */
export interface StatesAround<State> {
  readonly before: State;
  readonly after: State;
}

/**
 * A store of any kind. `reduxStore`, `zustandStore`, `piniaStore` and `ngrxStore` make it of those that they are named after; for
 * others, write the three functions.
 *
 * A state that was handed out does not change any more: the next one is another object.
 *
 * @example
 * const store: Store<Cart> = { getState: () => cart, subscribe: (listener) => changes.add(listener), actions: feed.listen };
 */
export interface Store<State = unknown> {
  getState(): State;
  /** Calls the listener after each change of the state. Returns the function that ends it. */
  subscribe(listener: () => void): () => void;
  /**
   * Calls the listener with each action, in the order in which the store took them, after it has, also where an action
   * changed nothing. Returns the function that ends it.
   */
  actions(listener: ActionListener<State>): () => void;
}

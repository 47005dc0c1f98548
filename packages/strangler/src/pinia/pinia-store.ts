import { createActionFeed } from '../action-feed.ts';
import type { Store } from '../store.ts';
import { copyState } from './copy-state.ts';
import { type PiniaStore, watchPiniaStore } from './watch-pinia-store.ts';

/**
 * One Pinia store, option or setup, as this package sees stores.
 *
 * Its actions are named `cart/addItem`: the store's id and the name. The payload is the argument, or the list of them where there
 * are several. An action is told when it is done, an asynchronous one when its promise has resolved; one that fails is not
 * told. What it changes before its first `await` is told as the action. Every other change is told by itself: `cart/$patch`,
 * with the object that was given, and `cart/$direct`, also for what a failed action has left behind.
 *
 * States are copies, made after each change while somebody listens, and at each `getState()` while nobody does.
 *
 * @example
 * emitBeside(piniaStore(useCart()), bus, { 'cart/addItem': cart.itemAdded });
 */
export function piniaStore<State extends object>(store: PiniaStore<State>): Store<State> {
  const feed = createActionFeed<State>();
  const listeners = new Set<{ readonly listener: () => void }>();
  let copy: State | undefined;
  let unwatch: (() => void) | undefined;

  function getState(): State {
    if (!unwatch) return copyState(store.$state);
    copy ??= copyState(store.$state);
    return copy;
  }

  function changed(): void {
    copy = undefined;
    for (const { listener } of [...listeners]) listener();
  }

  function tell(name: string, payload: unknown, before: State): void {
    if (feed.heard) feed.tell({ type: `${store.$id}/${name}`, payload }, { before, after: getState() });
  }

  /** Watches the store while somebody listens to either. */
  function add(listen: () => () => void): () => void {
    unwatch ??= watchPiniaStore(store, { getState, changed, tell });
    const end = listen();
    getState();
    return () => {
      end();
      if (feed.heard || listeners.size > 0) return;
      unwatch?.();
      unwatch = copy = undefined;
    };
  }

  return {
    getState,
    subscribe: (listener) =>
      add(() => {
        const entry = { listener };
        listeners.add(entry);
        return () => void listeners.delete(entry);
      }),
    actions: (listener) => add(() => feed.listen(listener)),
  };
}

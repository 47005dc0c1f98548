import type { Store } from '../store.ts';
import { copyState } from './copy-state.ts';
import { createListeners } from './listeners.ts';
import { type PiniaStore, watchPiniaStore } from './watch-pinia-store.ts';

/**
 * One Pinia store, option or setup, as this package sees stores.
 *
 * Its actions are named `cart/addItem`: the store's id and the name. The payload is the argument, or the list of them where there
 * are several. An action is told when it is done, an asynchronous one when its promise has resolved; one that fails is not
 * told. What a synchronous one changes is told as the action. Every other change is told by itself: `cart/$patch`, with the
 * object that was given, and `cart/$direct`, also for what an asynchronous action changes on its way, and for what a failed one
 * has left behind.
 *
 * States are copies, made after each change while somebody listens, and at each `getState()` while nobody does.
 *
 * @example
 * emitBeside(piniaStore(useCart()), bus, { 'cart/addItem': cart.itemAdded });
 */
export function piniaStore<State extends object>(store: PiniaStore<State>): Store<State> {
  let watched = false;
  let copy: State | undefined;
  const listeners = createListeners<State>(watch);

  function getState(): State {
    if (!watched) return copyState(store.$state);
    copy ??= copyState(store.$state);
    return copy;
  }

  function changed(): void {
    copy = undefined;
    listeners.changed();
  }

  function tell(name: string, payload: unknown, before: State): void {
    if (listeners.feed.heard) listeners.feed.tell({ type: `${store.$id}/${name}`, payload }, { before, after: getState() });
  }

  function watch(): () => void {
    watched = true;
    const end = watchPiniaStore(store, { getState, changed, tell });
    return () => {
      end();
      watched = false;
      copy = undefined;
    };
  }

  return { getState, subscribe: listeners.subscribe, actions: listeners.actions };
}

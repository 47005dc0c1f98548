import { type Injector, untracked } from '@angular/core';
import { type Action, ScannedActionsSubject, Store as Source } from '@ngrx/store';
import { createActionFeed } from '../action-feed.ts';
import type { Store, StoreAction } from '../store.ts';

/**
 * An application's NgRx store as this package sees stores. Needs `provideStore` and nothing else; slices may be registered
 * later.
 *
 * Actions are told as they were dispatched, with what they hold beside their type as `payload`. Those of NgRx itself, such
 * as the one that registers a slice, are not told.
 *
 * @example
 * provideEnvironmentInitializer(() => emitBeside(ngrxStore(inject(Injector)), injectBus(), { [addItem.type]: cart.itemAdded }));
 */
export function ngrxStore<State extends object>(injector: Pick<Injector, 'get'>): Store<State> {
  const source = injector.get<Source<State>>(Source);
  const actions$ = injector.get(ScannedActionsSubject);
  const state = source.selectSignal((state) => state);
  const getState = () => untracked(state);

  return {
    getState,
    subscribe(listener) {
      let last = getState();
      const subscription = source.subscribe((next) => {
        if (next === last) return;
        last = next;
        listener();
      });
      return () => subscription.unsubscribe();
    },
    actions(listener) {
      const feed = createActionFeed<State>();
      feed.listen(listener);
      let before = getState();
      const subscription = actions$.subscribe((action) => {
        const after = getState();
        if (!isOwn(action)) feed.tell(toStoreAction(action), { before, after });
        before = after;
      });
      return () => subscription.unsubscribe();
    },
  };
}

function isOwn({ type }: Action): boolean {
  return type.startsWith('@ngrx/store/');
}

function toStoreAction(action: Action): StoreAction {
  if ('payload' in action) return action;
  const { type, ...props } = action;
  return Object.keys(props).length > 0 ? { ...action, payload: props } : action;
}

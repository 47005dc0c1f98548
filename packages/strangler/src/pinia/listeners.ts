import { type ActionFeed, createActionFeed } from '../action-feed.ts';
import type { Store } from '../store.ts';

/** Those who listen to a store. */
export interface Listeners<State> extends Pick<Store<State>, 'subscribe' | 'actions'> {
  /** False while nobody listens, to actions or to changes. */
  readonly some: boolean;
  /** Tells of actions to those who listen to them. */
  readonly feed: ActionFeed<State>;
  /** Tells of a change to those who listen to changes. */
  changed(): void;
}

/** Keeps those who listen to a store, which is watched only while somebody does: `watch` begins it, what it answers ends it. */
export function createListeners<State>(watch: () => () => void): Listeners<State> {
  const feed = createActionFeed<State>();
  const entries = new Set<{ readonly listener: () => void }>();
  let unwatch: (() => void) | undefined;

  function add(listen: () => () => void): () => void {
    unwatch ??= watch();
    const end = listen();
    return () => {
      end();
      if (feed.heard || entries.size > 0) return;
      unwatch?.();
      unwatch = undefined;
    };
  }

  function listen(listener: () => void): () => void {
    const entry = { listener };
    entries.add(entry);
    return () => void entries.delete(entry);
  }

  return {
    get some() {
      return feed.heard || entries.size > 0;
    },
    feed,
    changed() {
      for (const { listener } of [...entries]) listener();
    },
    subscribe: (listener) => add(() => listen(listener)),
    actions: (listener) => add(() => feed.listen(listener)),
  };
}

import { describe, expect, it } from 'vitest';
import { devtools, persist, redux, subscribeWithSelector } from 'zustand/middleware';
import { immer } from 'zustand/middleware/immer';
import { createStore } from 'zustand/vanilla';
import type { Store } from '../store.ts';
import { withActions } from './with-actions.ts';
import { zustandStore } from './zustand-store.ts';

interface Cart {
  readonly items: readonly string[];
  addItem(sku: string, quantity?: number): void;
  load(): Promise<number>;
  count(): number;
  fail(): void;
  readonly actions: { clear(): void };
}

type Set = (given: Partial<Cart> | ((cart: Cart) => Partial<Cart>), replace?: false) => void;

function cartOf(set: Set, get: () => Cart): Cart {
  return {
    items: [],
    addItem: (sku) => set(({ items }) => ({ items: [...items, sku] })),
    load: async () => {
      await Promise.resolve();
      set({ items: ['loaded'] });
      return get().count();
    },
    count: () => get().items.length,
    fail: () => {
      throw new Error('No such item.');
    },
    actions: { clear: () => set({ items: [] }) },
  };
}

/** What the listener is told, in short. */
function follow(store: Store<Cart>) {
  const told: unknown[] = [];
  store.actions(({ type, payload }, { before, after }) => told.push([type, payload, before.items.length, after.items.length]));
  return told;
}

describe('zustandStore', () => {
  it('tells of functions of an existing store that change its state, with their arguments and both states', () => {
    const store = createStore<Cart>()(cartOf);
    const told = follow(zustandStore(store, { name: 'cart' }));
    store.getState().addItem('A-1');
    store.getState().addItem('A-2', 2);
    store.getState().actions.clear();
    expect(told).toEqual([
      ['cart/addItem', 'A-1', 0, 1],
      ['cart/addItem', ['A-2', 2], 1, 2],
      ['cart/clear', undefined, 2, 0],
    ]);
  });

  it('tells of an asynchronous function when it has resolved, and hands on its answer', async () => {
    const store = createStore<Cart>()(cartOf);
    const told = follow(zustandStore(store));
    const loading = store.getState().load();
    expect(told).toEqual([]);
    expect(await loading).toBe(1);
    expect(told).toEqual([['load', undefined, 0, 1]]);
  });

  it('tells neither of functions that only read nor of those that throw, and lets the error through', () => {
    const store = createStore<Cart>()(cartOf);
    const told = follow(zustandStore(store));
    expect(store.getState().count()).toBe(0);
    expect(() => store.getState().fail()).toThrow('No such item.');
    expect(told).toEqual([]);
  });

  it('tells of states that are set from outside', () => {
    const store = createStore<Cart>()(cartOf);
    const told = follow(zustandStore(store, { name: 'cart' }));
    store.setState({ items: ['A-1'] });
    store.setState(({ items }) => ({ items: [...items, 'A-2'] }));
    expect(told).toEqual([
      ['cart/setState', { items: ['A-1'] }, 0, 1],
      ['cart/setState', undefined, 1, 2],
    ]);
  });

  it('goes on to tell after the whole state was replaced by the first one', () => {
    const store = createStore<Cart>()(cartOf);
    const told = follow(zustandStore(store));
    store.setState(store.getInitialState(), true);
    store.getState().addItem('A-1');
    expect(told.map((one) => (one as string[])[0])).toEqual(['setState', 'addItem']);
  });

  it('observes a store once, however often it is asked for', () => {
    const store = createStore<Cart>()(cartOf);
    const told = [follow(zustandStore(store)), follow(zustandStore(store))];
    store.getState().addItem('A-1');
    expect(told).toEqual([[['addItem', 'A-1', 0, 1]], [['addItem', 'A-1', 0, 1]]]);
  });

  it('hears of changes, and does not any more once it is told to stop', () => {
    const store = createStore<Cart>()(cartOf);
    let changes = 0;
    const stop = zustandStore(store).subscribe(() => changes++);
    const before = changes;
    store.getState().addItem('A-1');
    stop();
    store.getState().addItem('A-2');
    expect(changes - before).toBe(1);
  });
});

describe('withActions', () => {
  it('tells of the names that `set` is given, once where the function has the same name', () => {
    interface Named {
      readonly items: readonly string[];
      addItem(sku: string): void;
      checkOut(): void;
    }
    const store = createStore<Named>()(
      devtools(
        withActions((set, get) => ({
          items: [],
          addItem: (sku) => set({ items: [...get().items, sku] }, false, 'cart/addItem'),
          checkOut: () => set({ items: [] }, false, { type: 'cart/checkedOut', reason: 'paid' }),
        })),
        { enabled: false },
      ),
    );
    const told: unknown[] = [];
    zustandStore(store, { name: 'cart' }).actions((action) => told.push(action));
    store.getState().addItem('A-1');
    store.getState().checkOut();
    expect(told).toEqual([
      { type: 'cart/addItem', payload: 'A-1' },
      { type: 'cart/checkedOut', reason: 'paid' },
      { type: 'cart/checkOut', payload: undefined },
    ]);
  });

  it('works inside of immer, persist and subscribeWithSelector', async () => {
    const kept = new Map<string, string>();
    const storage = {
      getItem: (name: string) => JSON.parse(kept.get(name) ?? 'null'),
      setItem: (name: string, value: unknown) => void kept.set(name, JSON.stringify(value)),
      removeItem: (name: string) => void kept.delete(name),
    };
    const store = createStore<{ items: string[]; add(sku: string): void }>()(
      subscribeWithSelector(
        persist(
          immer(
            withActions((set) => ({
              items: [],
              add: (sku) =>
                set((draft) => {
                  draft.items.push(sku);
                }),
            })),
          ),
          { name: 'cart', storage },
        ),
      ),
    );
    const told: unknown[] = [];
    zustandStore(store).actions((action, { before, after }) => told.push([action, before, after]));
    store.getState().add('A-1');
    store.setState((draft) => {
      draft.items.push('A-2');
    });
    expect(told).toMatchObject([
      [{ type: 'add', payload: 'A-1' }, { items: [] }, { items: ['A-1'] }],
      [{ type: 'setState' }, { items: ['A-1'] }, { items: ['A-1', 'A-2'] }],
    ]);
    expect(JSON.parse(kept.get('cart')!).state).toEqual({ items: ['A-1', 'A-2'] });
  });

  it("tells of what is dispatched to zustand's redux middleware as such", () => {
    type Action = { readonly type: 'increment'; readonly by: number };
    const store = createStore(
      withActions(redux((state: { count: number }, { by }: Action) => ({ count: state.count + by }), { count: 0 })),
    );
    const told: unknown[] = [];
    zustandStore(store).actions((action) => told.push(action));
    store.dispatch({ type: 'increment', by: 2 });
    expect(told).toEqual([{ type: 'increment', by: 2 }]);
  });
});

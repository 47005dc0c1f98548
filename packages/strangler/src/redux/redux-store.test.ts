import { configureStore, createListenerMiddleware } from '@reduxjs/toolkit';
import { combineReducers, compose, createStore, type StoreEnhancer } from 'redux';
import { describe, expect, it, vi } from 'vitest';
import {
  addLine,
  addQuietly,
  cartReducer,
  createCartShop,
  explode,
  removeLine,
  saveCart,
  setQuantity,
} from './cart-shop.test.fixture.ts';
import { reduxStore } from './redux-store.ts';
import { withActions } from './with-actions.ts';

/** What the listener is told: the type, and the number of lines before and after. */
function follow({ port }: ReturnType<typeof createCartShop>): string[] {
  const told: string[] = [];
  port.actions(({ type }, { before, after }) => told.push(`${type} ${before.cart.ids.length} ${after.cart.ids.length}`));
  return told;
}

describe('reduxStore', () => {
  it('tells of actions after the reducer has taken them, with the states around', () => {
    const shop = createCartShop();
    const told = follow(shop);
    shop.store.dispatch(addLine({ sku: 'A-1', quantity: 1 }));
    shop.store.dispatch(removeLine('A-2'));
    expect(told).toEqual(['cart/addLine 0 1', 'cart/removeLine 1 1']);
  });

  it('hands on what dispatch answers, and the action as it was', () => {
    const { store, port } = createCartShop();
    const told: unknown[] = [];
    port.actions((action) => told.push(action));
    const action = addLine({ sku: 'A-1', quantity: 1 });
    expect(store.dispatch(action)).toBe(action);
    expect(told[0]).toBe(action);
  });

  it('tells of what thunks dispatch, not of thunks', async () => {
    const shop = createCartShop();
    const told = follow(shop);
    await shop.store.dispatch(async (dispatch) => {
      dispatch(addLine({ sku: 'A-1', quantity: 1 }));
      await dispatch(saveCart('SPRING'));
    });
    expect(told).toEqual(['cart/addLine 0 1', 'cart/save/pending 1 1', 'cart/save/fulfilled 1 1']);
  });

  it('tells in the order of the reducer of actions that subscribers dispatch', () => {
    const shop = createCartShop();
    const told = follow(shop);
    const stop = shop.store.subscribe(() => {
      stop();
      shop.store.dispatch(addLine({ sku: 'A-2', quantity: 1 }));
      shop.store.dispatch(removeLine('A-1'));
    });
    shop.store.dispatch(addLine({ sku: 'A-1', quantity: 1 }));
    expect(told).toEqual(['cart/addLine 0 1', 'cart/addLine 1 2', 'cart/removeLine 2 1']);
  });

  it('tells in the order of the reducer of actions that listeners dispatch', () => {
    const shop = createCartShop();
    const told: string[] = [];
    shop.port.actions(({ type }) => {
      if (type === addLine.type) shop.store.dispatch(removeLine('A-1'));
    });
    shop.port.actions(({ type }, { after }) => told.push(`${type} ${after.cart.ids.length}`));
    shop.store.dispatch(addLine({ sku: 'A-1', quantity: 1 }));
    expect(told).toEqual(['cart/addLine 1', 'cart/removeLine 0']);
  });

  it('tells at once of batched actions, whose subscribers are told later', () => {
    const shop = createCartShop();
    const told = follow(shop);
    shop.store.dispatch(addQuietly({ sku: 'A-1', quantity: 1 }));
    expect(told).toEqual(['cart/addQuietly 0 1']);
  });

  it('tells of an action whose subscriber throws, and not of one whose reducer does', () => {
    const shop = createCartShop();
    const told = follow(shop);
    expect(() => shop.store.dispatch(explode())).toThrow('This reducer is broken.');
    const stop = shop.store.subscribe(() => {
      throw new Error('This subscriber is broken.');
    });
    expect(() => shop.store.dispatch(addQuietly({ sku: 'A-1', quantity: 1 }))).not.toThrow();
    expect(() => shop.store.dispatch(addLine({ sku: 'A-2', quantity: 1 }))).toThrow('This subscriber is broken.');
    stop();
    expect(told).toEqual(['cart/addQuietly 0 1', 'cart/addLine 1 2']);
  });

  it('is not hurt by listeners that throw', () => {
    const { store, port } = createCartShop();
    const reported = vi.fn();
    vi.stubGlobal('reportError', reported);
    port.actions(() => {
      throw new Error('This listener is broken.');
    });
    store.dispatch(addLine({ sku: 'A-1', quantity: 1 }));
    expect(store.getState().cart.ids).toEqual(['A-1']);
    expect(reported).toHaveBeenCalledExactlyOnceWith(new Error('This listener is broken.'));
    vi.unstubAllGlobals();
  });

  it('does not tell again of actions that developer tools replay', () => {
    const told: string[] = [];
    let replay = (): void => {};
    /** Computes the state anew from all actions, as Redux DevTools do. */
    const tools: StoreEnhancer = (create) => (reducer, preloaded) => {
      const store = create(reducer, preloaded);
      replay = () => void [addLine({ sku: 'A-1', quantity: 1 })].reduce(reducer as never, store.getState());
      return store;
    };
    const store = createStore(combineReducers({ cart: cartReducer }), compose(withActions, tools) as never);
    reduxStore(store).actions(({ type }) => told.push(type));
    store.dispatch(addLine({ sku: 'A-1', quantity: 1 }));
    replay();
    expect(told).toEqual(['cart/addLine']);
  });

  it('tells of actions of listener middleware, and after the reducer was replaced', async () => {
    const listening = createListenerMiddleware();
    listening.startListening({
      actionCreator: addLine,
      effect: ({ payload }, { dispatch }) => void dispatch(setQuantity({ ...payload, quantity: 9 })),
    });
    const store = configureStore({
      reducer: { cart: cartReducer },
      middleware: (defaults) => defaults().prepend(listening.middleware),
      enhancers: (defaults) => defaults().concat(withActions),
    });
    const told: string[] = [];
    reduxStore(store).actions(({ type }) => told.push(type));
    store.replaceReducer(combineReducers({ cart: cartReducer }));
    store.dispatch(addLine({ sku: 'A-1', quantity: 1 }));
    await vi.waitUntil(() => told.length === 2);
    expect(told).toEqual(['cart/addLine', 'cart/setQuantity']);
  });

  it('refuses a store that was made without `withActions`', () => {
    const store = createStore(combineReducers({ cart: cartReducer }));
    for (const given of [store, undefined as never]) {
      expect(() => reduxStore(given)).toThrow(expect.objectContaining({ code: 'invalid-option' }));
    }
  });
});

import type { BusError } from '@busbar/core';
import { combineReducers, configureStore, createSlice } from '@reduxjs/toolkit';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { addLine, type CartState, cartReducer } from './redux/cart-shop.test.fixture.ts';
import { reduxStore } from './redux/redux-store.ts';
import { withActions } from './redux/with-actions.ts';
import { removedSlice } from './removed-slice.ts';

afterEach(() => void vi.unstubAllGlobals());

const search = createSlice({ name: 'search', initialState: '', reducers: { clear: () => '' } });

function createShop() {
  const used: BusError<'slice-used'>[] = [];
  const gone = removedSlice('cart', { onUse: (error) => void used.push(error) });
  const store = configureStore({
    reducer: { cart: (() => gone.state) as unknown as typeof cartReducer, search: search.reducer },
    enhancers: (defaults) => defaults().concat(withActions),
  });
  gone.watch(reduxStore(store), ['cart/*']);
  const told = () => used.splice(0).map(({ details: { use, what } }) => `${use} ${what}`);
  return { store, used, told };
}

/** A reader that nobody remembered. */
function forgottenSelector(state: Pick<CartState, 'cart'>) {
  return state.cart.ids;
}

describe('removedSlice', () => {
  it('tells who still reads the state of the slice, with the place in the code: slice-used', () => {
    const { store, used } = createShop();
    expect(forgottenSelector(store.getState())).toBeUndefined();
    expect(used).toHaveLength(1);
    expect(used[0]).toMatchObject({ code: 'slice-used', details: { slice: 'cart', use: 'read', what: 'ids' } });
    expect(used[0]?.details.stack).toContain('forgottenSelector');
    expect(used[0]?.message).toMatch(/^The slice "cart" has been removed from the store, but `ids` was read of it\./);
  });

  it('tells who still dispatches its actions, and of no others', () => {
    const { store, used, told } = createShop();
    store.dispatch(search.actions.clear());
    const forgottenButton = (): void => void store.dispatch(addLine({ sku: 'A-1', quantity: 1 }));
    forgottenButton();
    expect(used[0]?.details.stack).toContain('forgottenButton');
    expect(told()).toEqual(['dispatch cart/addLine']);
  });

  it('tells each place once', () => {
    const { store, told } = createShop();
    for (let turn = 0; turn < 3; turn++) forgottenSelector(store.getState());
    expect(told()).toEqual(['read ids']);
  });

  it('tells nothing of checks, serialization and copies of the whole state', () => {
    const { store, told } = createShop();
    store.dispatch(search.actions.clear());
    expect(JSON.stringify(store.getState())).toBe('{"cart":{},"search":""}');
    expect(structuredClone({ ...(store.getState().cart as object) })).toEqual({});
    store.replaceReducer(combineReducers({ cart: cartReducer, search: search.reducer }));
    expect(told()).toEqual([]);
  });

  it("reports to the browser's `reportError` by default, and stands an `onUse` that throws", () => {
    const reported = vi.fn();
    vi.stubGlobal('reportError', reported);
    const read = (state: unknown): unknown => (state as CartState['cart']).ids;
    read(removedSlice('cart').state);
    const failure = new Error('No telemetry.');
    read(
      removedSlice('cart', {
        onUse: () => {
          throw failure;
        },
      }).state,
    );
    expect(reported.mock.calls.map(([error]) => error)).toEqual([expect.objectContaining({ code: 'slice-used' }), failure]);
  });
});

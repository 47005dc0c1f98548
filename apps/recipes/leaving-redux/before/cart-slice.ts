import { createSelector, createSlice, type PayloadAction } from '@reduxjs/toolkit';
import { type CartLine, countItems, totalOf } from './cart-line.ts';
import { placeOrder } from './orders-slice.ts';
import type { Product } from './products-slice.ts';

interface CartState {
  lines: CartLine[];
}

const initialState: CartState = { lines: [] };

const cartSlice = createSlice({
  name: 'cart',
  initialState,
  reducers: {
    addItem(state, { payload }: PayloadAction<Product>) {
      const line = state.lines.find(({ sku }) => sku === payload.sku);
      if (line) line.quantity += 1;
      else state.lines.push({ ...payload, quantity: 1 });
    },
    setQuantity(state, { payload }: PayloadAction<{ sku: string; quantity: number }>) {
      const line = state.lines.find(({ sku }) => sku === payload.sku);
      if (line) line.quantity = payload.quantity;
    },
    removeItem(state, { payload }: PayloadAction<string>) {
      state.lines = state.lines.filter(({ sku }) => sku !== payload);
    },
  },
  extraReducers: (builder) => builder.addCase(placeOrder.fulfilled, () => initialState),
});

export const { addItem, setQuantity, removeItem } = cartSlice.actions;
export const cartReducer = cartSlice.reducer;

interface WithCart {
  readonly cart: CartState;
}

export const selectLines = ({ cart }: WithCart): readonly CartLine[] => cart.lines;
export const selectCount = createSelector(selectLines, countItems);
export const selectTotal = createSelector(selectLines, totalOf);

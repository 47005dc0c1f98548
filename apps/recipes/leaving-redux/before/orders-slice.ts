import { createAsyncThunk, createSlice } from '@reduxjs/toolkit';
import type { CartLine } from './cart-line.ts';
import { type Order, takeOrder } from './take-order.ts';

interface OrdersState {
  placed: Order[];
  /** Why the last try did not become an order. */
  error: string | undefined;
}

const initialState: OrdersState = { placed: [], error: undefined };

export const placeOrder = createAsyncThunk('checkout/placeOrder', (lines: readonly CartLine[]) => takeOrder(lines));

const ordersSlice = createSlice({
  name: 'orders',
  initialState,
  reducers: {},
  extraReducers: (builder) =>
    builder
      .addCase(placeOrder.fulfilled, (state, { payload }) => {
        state.placed.unshift(payload);
        state.error = undefined;
      })
      .addCase(placeOrder.rejected, (state, { error }) => {
        state.error = error.message;
      }),
});

export const ordersReducer = ordersSlice.reducer;

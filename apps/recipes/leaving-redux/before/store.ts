import { configureStore } from '@reduxjs/toolkit';
import { cartReducer } from './cart-slice.ts';
import { ordersReducer } from './orders-slice.ts';
import { productsReducer } from './products-slice.ts';

export const store = configureStore({
  reducer: { products: productsReducer, cart: cartReducer, orders: ordersReducer },
});

export type ShopState = ReturnType<typeof store.getState>;
export type AppDispatch = typeof store.dispatch;

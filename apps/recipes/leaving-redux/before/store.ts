import { configureStore } from '@reduxjs/toolkit';
import { useDispatch, useSelector } from 'react-redux';
import { cartReducer } from './cart-slice.ts';
import { ordersReducer } from './orders-slice.ts';
import { productsReducer } from './products-slice.ts';

export const store = configureStore({
  reducer: { products: productsReducer, cart: cartReducer, orders: ordersReducer },
});

export type ShopState = ReturnType<typeof store.getState>;
export const useAppDispatch = useDispatch.withTypes<typeof store.dispatch>();
export const useAppSelector = useSelector.withTypes<ShopState>();

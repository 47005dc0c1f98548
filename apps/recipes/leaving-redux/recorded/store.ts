import { withActions } from '@busbar/strangler/redux';
import { configureStore } from '@reduxjs/toolkit';
import { cartReducer } from '../before/cart-slice.ts';
import { ordersReducer } from '../before/orders-slice.ts';
import { productsReducer } from '../before/products-slice.ts';

export const store = configureStore({
  reducer: { products: productsReducer, cart: cartReducer, orders: ordersReducer },
  enhancers: (defaults) => defaults().concat(withActions),
});

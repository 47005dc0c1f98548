import { removedSlice } from '@busbar/strangler';
import { reduxStore, withActions } from '@busbar/strangler/redux';
import { configureStore } from '@reduxjs/toolkit';
import { useDispatch, useSelector } from 'react-redux';
import { ordersReducer } from '../before/orders-slice.ts';
import { productsReducer } from '../before/products-slice.ts';
import { noteLeftover } from './leftovers.ts';

const gone = removedSlice('cart', { onUse: noteLeftover });

export const store = configureStore({
  reducer: { products: productsReducer, orders: ordersReducer, cart: () => gone.state },
  enhancers: (defaults) => defaults().concat(withActions),
});

gone.watch(reduxStore(store), ['cart/*']);

type ShopState = Omit<ReturnType<typeof store.getState>, 'cart'>;
export const useAppDispatch = useDispatch.withTypes<typeof store.dispatch>();
export const useAppSelector = useSelector.withTypes<ShopState>();

import { configureStore, createSlice, type EnhancedStore, type PayloadAction } from '@reduxjs/toolkit';
import { type CartLine, withOneMore, withQuantity } from '../shop/cart-line.ts';
import { type Customer, type Order, ordersOf } from '../shop/customer.ts';
import { type Notification, withNewest } from '../shop/notification.ts';
import { type Product, products } from '../shop/product.ts';

interface ShopSlice {
  products: readonly Product[];
  filter: string;
}

interface CartSlice {
  lines: readonly CartLine[];
  lastAdded: string | undefined;
}

interface SessionSlice {
  customer: Customer | null;
  orders: readonly Order[];
  notifications: readonly Notification[];
}

const shop = createSlice({
  name: 'shop',
  initialState: { products, filter: '' } as ShopSlice,
  reducers: {
    filterChanged: (state, { payload }: PayloadAction<string>) => ({ ...state, filter: payload }),
  },
});

const cart = createSlice({
  name: 'cart',
  initialState: { lines: [], lastAdded: undefined } as CartSlice,
  reducers: {
    itemAdded: ({ lines }, { payload }: PayloadAction<Product>) => ({
      lines: withOneMore(lines, payload),
      lastAdded: payload.name,
    }),
    quantityChanged: (state, { payload }: PayloadAction<{ sku: string; quantity: number }>) => ({
      ...state,
      lines: withQuantity(state.lines, payload.sku, payload.quantity),
    }),
  },
});

const session = createSlice({
  name: 'session',
  initialState: { customer: null, orders: [], notifications: [] } as SessionSlice,
  reducers: {
    loggedIn: (state, { payload }: PayloadAction<Customer>) => ({ ...state, customer: payload, orders: ordersOf(payload) }),
    loggedOut: (state) => ({ ...state, customer: null, orders: [] }),
    notified: (state, { payload }: PayloadAction<Notification>) => ({
      ...state,
      notifications: withNewest(state.notifications, payload),
    }),
  },
});

/** What everything on the page is kept in, in three big slices. */
export interface ShopState {
  readonly shop: ShopSlice;
  readonly cart: CartSlice;
  readonly session: SessionSlice;
}

export const { filterChanged } = shop.actions;
export const { itemAdded, quantityChanged } = cart.actions;
export const { loggedIn, loggedOut, notified } = session.actions;

/** Makes the one store that all micro-frontends of the page share. */
export function createShopStore(): EnhancedStore<ShopState> {
  return configureStore({ reducer: { shop: shop.reducer, cart: cart.reducer, session: session.reducer } });
}

import { describe, expect, it } from 'vitest';
import { proposeName } from './propose-name.ts';

describe('proposeName', () => {
  it.each([
    ['cart/addItem', 'cart:itemAdded'],
    ['cart/add', 'cart:added'],
    ['cart/setQuantity', 'cart:quantityChanged'],
    ['cart/updateShippingAddress', 'cart:shippingAddressChanged'],
    ['cart/removeItem', 'cart:itemRemoved'],
    ['cart/clear', 'cart:cleared'],
    ['cart/applyCoupon', 'cart:couponApplied'],
    ['cart/itemAdded', 'cart:itemAdded'],
    ['cart/dropFile', 'cart:fileDropped'],
    ['wishlist/moveToCart', 'wishlist:movedToCart'],
    ['wishlist/addItemToCart', 'wishlist:itemAddedToCart'],
    ['user/signIn', 'user:signedIn'],
    ['user/login', 'user:loggedIn'],
    ['search/query', 'search:queried'],
    ['search/queryText', 'search:queryTextChanged'],
    ['auth/token/refresh', 'auth:tokenRefreshed'],
    ['cart/save/pending', 'cart:saveStarted'],
    ['cart/save/fulfilled', 'cart:saved'],
    ['cart/save/rejected', 'cart:saveFailed'],
    ['orders/fetchAll/fulfilled', 'orders:allFetched'],
    ['CART_ADD_ITEM', 'cart:itemAdded'],
    ['ADD_ITEM', 'app:itemAdded'],
    ['add-item', 'app:itemAdded'],
    ['[Cart Page] Add Item', 'cart:itemAdded'],
    ['[Products API] Load Products Success', 'products:productsLoaded'],
    ['[Products API] Load Products Failure', 'products:loadProductsFailed'],
    ['FETCH_ORDERS_REQUEST', 'app:fetchOrdersRequested'],
    ['setState', 'app:stateChanged'],
    ['race/setConstructor', 'race:constructorChanged'],
    ['race/constructor', 'race:constructored'],
    ['busbar/add', 'busbarStore:added'],
    ['2fa/enable', 'store2fa:enabled'],
    ['', 'app:happened'],
    ['🛒/🛒', 'app:happened'],
  ])('makes %s into %s', (action, event) => {
    expect(proposeName(action, 'app')).toBe(event);
  });
});

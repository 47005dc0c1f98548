import { createSelector } from '@reduxjs/toolkit';
import { countOf, quantityOf, totalOf } from '../shop/cart-line.ts';
import { discountOn, missingForFreeDelivery, newestFirst } from '../shop/customer.ts';
import { countedByCategory, matching, recommended } from '../shop/product.ts';
import type { ShopState } from '../store/shop-store.ts';

export const linesOf = (state: ShopState) => state.cart.lines;
export const customerOf = (state: ShopState) => state.session.customer;
export const filterOf = (state: ShopState) => state.shop.filter;

const allProducts = (state: ShopState) => state.shop.products;

export const selectCount = createSelector([linesOf], countOf);
export const selectTotal = createSelector([linesOf], totalOf);
export const selectDiscount = createSelector([selectTotal, customerOf], discountOn);
export const selectMissing = createSelector([selectTotal], missingForFreeDelivery);
export const selectMatching = createSelector([allProducts, filterOf], matching);
export const selectCategories = createSelector([selectMatching], countedByCategory);
export const selectRecommended = createSelector([allProducts, linesOf], (products, lines) =>
  recommended(products, (sku) => quantityOf(lines, sku) > 0),
);
export const selectNewestOrders = createSelector([(state: ShopState) => state.session.orders], newestFirst);

import type { OutputOf } from '@busbar/core';
import type { cart, customer, notifications, orders, search } from './contracts.ts';

// What sections show until they have heard of more.
export const emptyCart: OutputOf<typeof cart.changed> = { lines: [], count: 0, total: 0 };
export const nobody: OutputOf<typeof customer.changed> = { customer: null };
export const noOrders: OutputOf<typeof orders.changed> = { orders: [] };
export const noFilter: OutputOf<typeof search.filterChanged> = { text: '' };
export const noNews: OutputOf<typeof notifications.changed> = { newest: [] };

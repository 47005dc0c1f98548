export { type CartState, cart, isPriced, Line } from './cart.ts';
export { type CancelReason, checkout, type KeptOrder, type Order } from './checkout.ts';
export { notifications } from './notifications.ts';
export { orders } from './orders.ts';
export { payment } from './payment.ts';
export { type Details, profile } from './profile.ts';
export { type Offer, shell } from './shell.ts';
export { type StockLine, stock } from './stock.ts';

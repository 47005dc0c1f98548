export { type CartState, cart, Line } from './cart.ts';
export { checkout, type Order } from './checkout.ts';
export { type Details, profile } from './profile.ts';
export { shell } from './shell.ts';

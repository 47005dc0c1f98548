export { type CartState, cart, isPriced, Line } from './cart.ts';
export { checkout, type Order } from './checkout.ts';
export { type Details, profile } from './profile.ts';
export { type Offer, shell } from './shell.ts';

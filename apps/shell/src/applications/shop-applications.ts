import { routeOf } from '../routes/route-of.ts';

/** A micro-frontend as the shell sees it. */
export interface ShopApplication {
  /** What it is called in the import map and to single-spa. */
  readonly name: string;
  /** What people read when it is missing; absent where there is nothing to see of it. */
  readonly title?: string;
  activeAt(path: string): boolean;
}

const always = (): boolean => true;

/** The micro-frontends of the shop. */
export const shopApplications: readonly ShopApplication[] = [
  { name: 'cart', title: 'The cart', activeAt: always },
  { name: 'checkout', title: 'Checkout', activeAt: (path) => routeOf(path).name === 'checkout' },
  { name: 'profile', title: 'Your profile', activeAt: (path) => routeOf(path).name === 'profile' },
  // Keeps the orders while checkout itself is not on the page, and places them.
  { name: 'checkout/ledger', activeAt: always },
  { name: 'checkout/order-saga', activeAt: always },
  // What is behind the counter.
  { name: 'stock', activeAt: always },
  { name: 'payment', activeAt: always },
  { name: 'orders', activeAt: always },
  { name: 'notifications', activeAt: always },
];

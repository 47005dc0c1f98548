import { showHub } from './show-hub.ts';
import { switchedPlace } from './switched-place.ts';

/** Puts a micro-frontend into its place, and answers the function that takes it away. */
export type Mount = (place: HTMLElement) => Unmount | Promise<Unmount>;
export type Unmount = () => unknown;

/** Mounts both micro-frontends with a switch for each, then shows what the page's hub knows. */
export async function runRecipe(mounts: Record<'products' | 'cart', Mount>): Promise<void> {
  await Promise.all([switchedPlace('products', mounts.products), switchedPlace('cart', mounts.cart)]);
  // Last of all, so that no recipe works only because the page had a bus before the micro-frontends came.
  showHub();
}

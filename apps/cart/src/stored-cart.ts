import { Line } from 'contracts';
import * as z from 'zod';
import { addLine, type CartContent } from './change-cart.ts';

const key = 'shop.cart';
/** Carts that were kept before additions were remembered have none. */
const Stored = z.object({
  lines: z.array(Line),
  additions: z.array(z.string()).default([]),
  orders: z.array(z.string()),
});
const empty: CartContent = { lines: [], additions: [], orders: [] };

/** The cart that this browser kept; an empty one where it kept none, or something that is no cart. */
export function readCart(): CartContent {
  try {
    const { lines, ...known } = Stored.parse(JSON.parse(localStorage.getItem(key) ?? ''));
    // Putting the lines in one by one joins doubles and keeps to the largest quantity.
    return { ...known, lines: lines.reduce<readonly Line[]>(addLine, []) };
  } catch {
    return empty;
  }
}

/** Keeps the cart for the next visit. Where the browser keeps nothing (full, or forbidden), the cart lives as long as the page. */
export function writeCart(content: CartContent): void {
  try {
    localStorage.setItem(key, JSON.stringify(content));
  } catch {
    // Nothing to do: the cart on the page is right all the same.
  }
}

import { defineProjection } from '@busbar/patterns';
import type { CartLine } from '../before/cart-line.ts';
import { cart, checkout } from '../beside/events.ts';

const nothing: readonly CartLine[] = [];

/** The lines of the cart, folded from events. */
export const cartProjection = defineProjection('cart', {
  initial: nothing,
  contracts: [cart.itemAdded, cart.quantityChanged, cart.itemRemoved, checkout.orderPlaced],
  on: {
    'cart:itemAdded': (lines, { data }) =>
      lines.some(({ sku }) => sku === data.sku)
        ? lines.map((line) => (line.sku === data.sku ? { ...line, quantity: line.quantity + 1 } : line))
        : [...lines, { ...data, quantity: 1 }],
    'cart:quantityChanged': (lines, { data }) => lines.map((line) => (line.sku === data.sku ? { ...line, ...data } : line)),
    'cart:itemRemoved': (lines, { data }) => lines.filter(({ sku }) => sku !== data.sku),
    'checkout:orderPlaced': () => nothing,
  },
});

import { defineEvents } from '@busbar/core';
import * as z from 'zod';

const sku = z.string().min(1);
const cents = z.int().nonnegative();

export const cart = defineEvents('cart', {
  itemAdded: {
    version: 1,
    schema: z.object({ sku, name: z.string(), price: cents }),
    summary: 'One more of a product was put into the cart',
    owner: 'team-cart',
  },
  quantityChanged: {
    version: 1,
    schema: z.object({ sku, quantity: z.int().positive() }),
    summary: 'Somebody wants more or fewer of a line in the cart',
    owner: 'team-cart',
  },
  itemRemoved: {
    version: 1,
    schema: z.object({ sku }),
    summary: 'A line was taken out of the cart',
    owner: 'team-cart',
  },
});

export const checkout = defineEvents('checkout', {
  orderPlaced: {
    version: 1,
    schema: z.object({ number: z.string(), count: z.int().positive(), total: cents }),
    summary: 'An order was placed',
    owner: 'team-checkout',
  },
});

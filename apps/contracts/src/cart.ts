import { defineEvents } from '@busbar/core';
import * as z from 'zod';

/** An amount of money in euro cents. */
const cents = z.int().nonnegative();

/** One line of a cart or an order. Its price is 0 where nobody knew it. */
export const Line = z.object({
  sku: z.string().min(1).describe('What the shop calls the product'),
  name: z.string().describe('What customers call it'),
  price: cents.describe('One piece, in euro cents; 0 where nobody knew it'),
  quantity: z.int().positive().describe('How many pieces'),
});
export type Line = z.infer<typeof Line>;

/** Whether it is known what one piece of a line costs. Where it is not, the line adds nothing to a total and cannot be ordered. */
export function isPriced({ price }: Pick<Line, 'price'>): boolean {
  return price > 0;
}

const CartState = z.object({
  lines: z.array(Line).describe('In the order in which they were put in'),
  count: z.int().nonnegative().describe('Pieces in all lines'),
  total: cents.describe('What all priced lines cost, in euro cents'),
});
export type CartState = z.infer<typeof CartState>;

export const cart = defineEvents('cart', {
  itemAdded: {
    version: 2,
    schema: Line,
    // Version 1 carried no name and no price: the cart looks both up among what the shop offers.
    upcast: { 1: (line: { sku: string; quantity: number }) => ({ ...line, name: line.sku, price: 0 }) },
    downcast: { 1: ({ sku, quantity }: Line) => ({ sku, quantity }) },
    // For a cart that mounts after the first click; it knows those that it has put in already.
    retain: 50,
    summary: 'A product was put into the cart',
    owner: 'team-cart',
    examples: [{ sku: 'lamp-01', name: 'Desk lamp', price: 12_900, quantity: 1 }],
  },
  quantityChanged: {
    version: 1,
    schema: Line.pick({ sku: true, quantity: true }),
    summary: 'Somebody wants more or fewer of a line in the cart',
    owner: 'team-cart',
    examples: [{ sku: 'lamp-01', quantity: 3 }],
  },
  itemRemoved: {
    version: 1,
    schema: Line.pick({ sku: true }),
    summary: 'A line was taken out of the cart',
    owner: 'team-cart',
    examples: [{ sku: 'lamp-01' }],
  },
  changed: {
    version: 1,
    schema: CartState,
    retain: 'latest',
    summary: 'The cart holds these lines now',
    owner: 'team-cart',
    examples: [{ lines: [{ sku: 'lamp-01', name: 'Desk lamp', price: 12_900, quantity: 1 }], count: 1, total: 12_900 }],
  },
});
